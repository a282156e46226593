import { tallyOf } from '../compare.ts';
import type { Report } from '../service.ts';
import { number, plural } from '../words.ts';

/** Whether the policy is valid, in a sentence. */
export function statusText({ ok, marks }: Report): string {
  const faults = marks.filter(({ level }) => level === 'fault').length;
  if (!ok) return `${plural(faults, 'fault')}: the calls show what the last policy without a fault decides.`;
  return marks.length ? `Valid, with ${plural(marks.length, 'finding')}.` : 'Valid.';
}

/** How the calls came out, and how many otherwise than by the other policy. */
export function tallyText({ run, changed }: Report): string {
  if (!run?.which.length) return '';
  const { allow, deny, ask } = tallyOf(run);
  const otherwise = changed.reduce((sum, one) => sum + one, 0);
  const calls = `${plural(run.which.length, 'call')}: ${number(allow)} allowed, ${number(deny)} denied, ${number(ask)} held.`;
  return otherwise ? `${calls} ${plural(otherwise, 'decision')} changed.` : calls;
}
