import { isObject } from '../start/plain-json.ts';

/**
 * Checks of what this browser or a link kept. The schema library would weigh a quarter of what the page may before
 * its editor comes, and a kept session is read then.
 */

/** What a value should be and is not, in a few words, with its place below the value; nothing where it fits. */
export interface Misfit {
  at: readonly (string | number)[];
  expected: string;
}
export type Check = (value: unknown) => Misfit | undefined;

/** A member of an object. Without `check` of `undefined` it must be there; `absent` is what stands for it otherwise. */
export interface Member {
  check: Check;
  optional?: true;
  absent?: unknown;
}

const fits = (good: boolean, expected: string): Misfit | undefined =>
  good ? undefined : { at: [], expected };
const inside = (key: string | number, misfit: Misfit | undefined): Misfit | undefined =>
  misfit && { ...misfit, at: [key, ...misfit.at] };

/** Text of so many UTF-16 units. */
export const text =
  (most: number, least = 0): Check =>
  (value) =>
    fits(
      typeof value === 'string' && value.length >= least && value.length <= most,
      `text of ${least} to ${most} characters`,
    );

export const whole =
  (least: number, most: number): Check =>
  (value) =>
    fits(
      Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
      `a whole number from ${least} to ${most}`,
    );

export const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    fits(values.includes(value), `one of ${JSON.stringify(values)}`);

/** Anything for which a test holds. */
export const such =
  (test: (value: unknown) => boolean, expected: string): Check =>
  (value) =>
    fits(test(value), expected);

export const listOf =
  (check: Check, most: number, least = 0): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length > most || value.length < least)
      return fits(false, `a list of ${least} to ${most}`);
    for (const [index, one] of value.entries()) {
      const misfit = inside(index, check(one));
      if (misfit) return misfit;
    }
    return undefined;
  };

/** An object with these members and no other. */
export const objectOf =
  (members: Readonly<Record<string, Member>>): Check =>
  (value) => {
    if (!isObject(value)) return fits(false, 'an object');
    const [unknown] = Object.keys(value).filter((key) => !Object.hasOwn(members, key));
    if (unknown !== undefined) return inside(unknown, fits(false, 'no such member'));
    for (const [key, { check, optional }] of Object.entries(members)) {
      const there = Object.hasOwn(value, key);
      const misfit = there || !optional ? inside(key, check(there ? value[key] : undefined)) : undefined;
      if (misfit) return misfit;
    }
    return undefined;
  };

/** The members of an object that was checked, in the order of their list, with what stands for those that are absent. */
export const filled = (members: Readonly<Record<string, Member>>, value: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(members)
      .map(([key, { absent }]) => [key, (value as Record<string, unknown>)[key] ?? absent] as const)
      .filter(([, one]) => one !== undefined),
  );
