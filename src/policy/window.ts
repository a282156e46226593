import type { WindowName } from './document.ts';

/** The length of each window in milliseconds. UTC days have no other length: POSIX time counts no leap seconds. */
export const WINDOW_MS: Record<WindowName, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The farthest time from 1970 that a call may carry, in milliseconds: the range of ISO dates less one day. */
export const TIME_MAX = 8_640_000_000_000_000 - WINDOW_MS.day;

/** The start of the calendar window of this length that a time lies in; both in epoch milliseconds. */
export const windowStart = (at: number, length: number): number => Math.floor(at / length) * length;
