import { type Request, Service } from './service.ts';

/** Checks and runs in a thread of its own, so that typing never waits. */

const service = new Service();

addEventListener('message', async ({ data }: MessageEvent<{ id: number; request: Request }>) => {
  const { id, request } = data;
  try {
    postMessage({ id, answer: await service.answer(request) });
  } catch (error) {
    postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
});
