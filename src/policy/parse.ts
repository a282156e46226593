import { CROSS_CHECKS } from './cross-checks.ts';
import type { PolicyDocument } from './document.ts';
import { schemaFaults } from './issues.ts';
import { jsonFault } from './json-fault.ts';
import { copyPlain } from './plain.ts';
import { type Fault, type PolicyError, policyError } from './policy-error.ts';
import type { RegexCompiler } from './regex.ts';
import { duplicateKeys, type Position, positionOf } from './scan.ts';
import * as schema from './schema.ts';
import { shown } from './shown.ts';

/** A document, or everything that is wrong with it. */
export type Parsed = { ok: true; document: PolicyDocument } | { ok: false; errors: PolicyError[] };

const refused = (faults: readonly Fault[]): Parsed => ({ ok: false, errors: faults.map(policyError) });

/** The UTF-8 bytes of a text. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

const tooLong = (text: string): Fault[] =>
  bytesOf(text) > schema.BOUNDS.bytes
    ? [{ pointer: '', found: `${bytesOf(text)} bytes`, expected: `at most ${schema.BOUNDS.bytes} bytes` }]
    : [];

const place = ({ line, column }: Position): string => `line ${line} column ${column}`;

/** The value of a JSON text, or why there is none. A key that stands twice is a fault, told with both places. */
export function readJson(text: string): { value: unknown; faults: Fault[] } {
  try {
    const value: unknown = JSON.parse(text);
    const faults = duplicateKeys(text).map(({ pointer, key, first, second }) => ({
      pointer,
      found: `the key ${JSON.stringify(key)} twice, at ${place(first)} and at ${place(second)}`,
      expected: 'each key once',
    }));
    return { value, faults };
  } catch {
    return { value: undefined, faults: [notJson(text)] };
  }
}

/** What stands where a text stops being JSON, and what should. */
function notJson(text: string): Fault {
  const { expected = 'JSON text', offset = 0 } = jsonFault(text) ?? {};
  const [there] = /^(?:[\p{L}\p{N}_]{1,20}|.)/su.exec(text.slice(offset, offset + 20)) ?? [];
  const found = there === undefined ? 'the text ends' : shown(there);
  return { pointer: '', found: `no JSON (${found} at ${place(positionOf(text, offset))})`, expected };
}

/** The schema has no word for a tool named `__proto__`: zod's records leave that key out. It is checked by itself. */
const PROTO = '__proto__';

function shapeFaults(value: unknown): Fault[] {
  const tools = (value as { tools?: unknown } | null)?.tools;
  const odd = typeof tools === 'object' && tools !== null && Object.hasOwn(tools, PROTO);
  const faults = schemaFaults(schema.PolicyDocument, value);
  return odd ? [...faults, ...schemaFaults(schema.ToolRule, value, ['tools', PROTO])] : faults;
}

/**
 * Checks a value as a policy document, and gives a copy of it that nobody else holds. All faults are told at once.
 *
 * @param regex Checks the patterns; `loadPolicy` sees to it.
 */
export function checkPolicy(value: unknown, regex?: RegexCompiler): Parsed {
  const { copy, faults } = copyPlain(value, schema.BOUNDS);
  if (faults.length > 0) return refused(faults);
  const found = [...shapeFaults(copy), ...CROSS_CHECKS.flatMap((check) => check(copy, regex))];
  if (found.length === 0) found.push(...tooLong(JSON.stringify(copy)));
  return found.length === 0 ? { ok: true, document: copy as PolicyDocument } : refused(found);
}

/** Reads the text of a policy document: as `checkPolicy`, and every key that stands twice is a fault. */
export function parsePolicy(text: string, regex?: RegexCompiler): Parsed {
  const long = tooLong(text);
  if (long.length > 0) return refused(long);
  const { value, faults } = readJson(text);
  if (value === undefined) return refused(faults);
  const checked = checkPolicy(value, regex);
  if (faults.length === 0) return checked;
  return { ok: false, errors: [...faults.map(policyError), ...(checked.ok ? [] : checked.errors)] };
}
