import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoText, nextWindow, readTime, spanText, timeText } from './clock.ts';

const at = (text: string) => Date.parse(text);

test('the next window is the next of the calendar, also from the first moment of one', () => {
  assert.equal(isoText(nextWindow(at('2026-01-01T10:31:59.999Z'), 'minute')), '2026-01-01T10:32:00Z');
  assert.equal(isoText(nextWindow(at('2026-01-01T10:31:00Z'), 'minute')), '2026-01-01T10:32:00Z');
  assert.equal(isoText(nextWindow(at('2026-12-31T23:00:00Z'), 'hour')), '2027-01-01T00:00:00Z');
  assert.equal(isoText(nextWindow(at('1969-12-31T12:00:00Z'), 'day')), '1970-01-01T00:00:00Z');
});

test('a time that a person writes is UTC unless it says otherwise', () => {
  const read: [string, string | undefined][] = [
    ['2026-01-01T10:31', '2026-01-01T10:31:00Z'],
    ['2026-01-01 10:31:05', '2026-01-01T10:31:05Z'],
    ['2026-01-01T10:31:05.250Z', '2026-01-01T10:31:05.250Z'],
    ['2026-01-01T10:31+02:00', '2026-01-01T08:31:00Z'],
    ['2026-01-01', '2026-01-01T00:00:00Z'],
    ['2026-13-01', undefined],
    ['tomorrow', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of read) {
    const found = readTime(text);
    assert.equal(found === undefined ? undefined : isoText(found), expected, text);
  }
});

test('times and spans are short', () => {
  assert.equal(timeText(at('2026-01-01T10:31:05.250Z')), '10:31:05.250');
  assert.equal(timeText(at('2026-01-01T10:31:05Z')), '10:31:05');
  assert.deepEqual([0, 250, 1000, 90_000, 3_600_000, 90_061_000].map(spanText), [
    '0 ms',
    '250 ms',
    '1 s',
    '1 min 30 s',
    '1 h',
    '1 d 1 h',
  ]);
});
