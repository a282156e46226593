import type { WindowName } from '../policy/document.ts';
import { TIME_MAX, WINDOW_MS, windowStart } from '../policy/window.ts';

/** The start of the next calendar window after a time; both in epoch milliseconds. */
export const nextWindow = (at: number, window: WindowName): number =>
  windowStart(at, WINDOW_MS[window]) + WINDOW_MS[window];

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** `2026-01-01` of a time. */
export const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** `10:31:00`, with milliseconds where there are any; UTC. */
export function timeText(at: number): string {
  const rest = at - windowStart(at, 1000);
  return `${new Date(at).toISOString().slice(-13, -5)}${rest ? `.${pad(rest, 3)}` : ''}`;
}

/** `2026-01-01T10:31:00Z`, with milliseconds where there are any. */
export const isoText = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

const FORM = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** A time that a person wrote, in epoch milliseconds; UTC where it does not say. `undefined` where it is none. */
export function readTime(text: string): number | undefined {
  const trimmed = text.trim();
  if (!FORM.test(trimmed)) return undefined;
  const iso = trimmed.replace(' ', 'T');
  const at = Date.parse(iso.includes('T') && !/(?:Z|[+-]\d{2}:\d{2})$/.test(iso) ? `${iso}Z` : iso);
  return Number.isFinite(at) && Math.abs(at) <= TIME_MAX ? at : undefined;
}

const UNITS = [
  ['d', WINDOW_MS.day],
  ['h', WINDOW_MS.hour],
  ['min', WINDOW_MS.minute],
  ['s', 1000],
] as const;

/** `1 min 30 s` of milliseconds. */
export function spanText(ms: number): string {
  let left = Math.max(0, ms);
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count) parts.push(`${count} ${unit}`);
  }
  if (left || !parts.length) parts.push(`${left} ms`);
  return parts.slice(0, 2).join(' ');
}
