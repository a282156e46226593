import { readdirSync, readFileSync } from 'node:fs';

/** How often the memory of a process and its children is looked at. */
const EVERY = 200;

interface Seen {
  parent: number;
  bytes: number;
}

function seenProcess(pid: string): [number, Seen] | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1] ?? 0);
    return [Number(pid), { parent: field('PPid'), bytes: field('VmRSS') * 1024 }];
  } catch {
    // The process ended while it was looked at.
    return undefined;
  }
}

/** The resident memory of a process and all below it, in bytes. */
function memoryOf(root: number): number {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => [seenProcess(pid) ?? []].filter((each) => each.length > 0) as [number, Seen][]),
  );
  const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(all.get(pid)?.parent ?? 0));
  return [...all].filter(([pid]) => isBelow(pid)).reduce((sum, [, { bytes }]) => sum + bytes, 0);
}

/** Watches a process and its children until told to stop; then answers their peak, in bytes; only where /proc is. */
export function watchMemory(pid: number): () => number | undefined {
  let peak: number | undefined;
  const timer = setInterval(() => {
    try {
      peak = Math.max(peak ?? 0, memoryOf(pid));
    } catch {
      // No /proc on this system.
    }
  }, EVERY);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
