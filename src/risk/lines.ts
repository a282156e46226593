import { z } from 'zod';
import type { Assessment } from '../model/assessment.ts';
import { pointerOf } from '../model/problem.ts';
import { classify } from './classify.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

/** One MCP tool object as it comes from a server; keys that the classifier does not read are ignored. */
const Line = z.object({
  name: z.string().min(1),
  title: text,
  description: text,
  /** Our sentence, and the id of the server: not part of MCP, read where given. */
  summary: text,
  server: text,
  inputSchema: z.unknown().optional(),
  annotations: z.unknown().optional(),
});

/** What a line of input came to: an assessment, or why there is none. */
export type Answer = { assessment: Assessment } | { fault: string };

function parsed(line: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(line) };
  } catch (error) {
    return { fault: `not JSON: ${(error as Error).message}` };
  }
}

/** The assessment of the tool on one line of JSON Lines, or what is wrong with the line. Never throws. */
export function classifyLine(line: string): Answer {
  const json = parsed(line);
  if ('fault' in json) return json;
  const tool = Line.safeParse(json.value);
  if (tool.success) return { assessment: classify(tool.data) };
  const faults = tool.error.issues.map(({ path, message }) => `${pointerOf(path) || 'the line'}: ${message}`);
  return { fault: faults.join('; ') };
}
