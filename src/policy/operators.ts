import type { Condition, Json } from './document.ts';
import { isReadable } from './read.ts';
import type { RegexCompiler } from './regex.ts';
import { DOUBT, NO, not, type Truth, YES } from './truth.ts';

/** Judges what was found at a path; `undefined` means that nothing is there. */
export type Test = (found: unknown) => Truth;

const truth = (holds: boolean): Truth => (holds ? YES : NO);
const unequal = (found: unknown): Truth => (isReadable(found) ? NO : DOUBT);

/** Deep JSON equality with one value of the document. It recurses no deeper than that value does. */
export function equals(value: Json): Test {
  if (typeof value !== 'object' || value === null) return (found) => (found === value ? YES : unequal(found));
  return Array.isArray(value) ? equalsArray(value) : equalsObject(Object.entries(value));
}

function equalsArray(values: readonly Json[]): Test {
  const tests = values.map(equals);
  return (found) => {
    if (!Array.isArray(found)) return unequal(found);
    if (found.length !== tests.length) return NO;
    return every(tests, (index) => found[index]);
  };
}

function equalsObject(entries: readonly [string, Json][]): Test {
  const tests = entries.map(([, value]) => equals(value));
  return (found) => {
    if (typeof found !== 'object' || found === null || Array.isArray(found) || !isReadable(found)) {
      return unequal(found);
    }
    const members = found as Record<string, unknown>;
    const own = (key: string): unknown => (Object.hasOwn(members, key) ? members[key] : undefined);
    if (Object.keys(members).filter((key) => members[key] !== undefined).length !== tests.length) return NO;
    if (entries.some(([key]) => own(key) === undefined)) return NO;
    return every(tests, (index) => own((entries[index] as [string, Json])[0]));
  };
}

function every(tests: readonly Test[], found: (index: number) => unknown): Truth {
  let all: Truth = YES;
  for (const [index, test] of tests.entries()) {
    const one = test(found(index));
    if (one === NO) return NO;
    if (one === DOUBT) all = DOUBT;
  }
  return all;
}

/** Whether any of the values is the one found. */
function oneOf(values: readonly Json[]): Test {
  const scalars = new Set<unknown>(values.filter((value) => typeof value !== 'object' || value === null));
  const tests = values.filter((value) => typeof value === 'object' && value !== null).map(equals);
  return (found) => {
    if (scalars.has(found)) return YES;
    return tests.reduce<Truth>((best, test) => Math.max(best, test(found)) as Truth, unequal(found));
  };
}

/** Whether any element of the array found is this value. */
function element(value: Json): (found: readonly unknown[]) => Truth {
  const test = equals(value);
  return (found) => {
    let best: Truth = NO;
    for (const one of found) {
      const is = test(one);
      if (is === YES) return YES;
      if (is === DOUBT) best = DOUBT;
    }
    return best;
  };
}

function contains(value: Json): Test {
  const includes = element(value);
  return (found) => {
    if (typeof found === 'string') return truth(typeof value === 'string' && found.includes(value));
    return Array.isArray(found) ? includes(found) : DOUBT;
  };
}

const onNumber =
  (compare: (found: number) => boolean): Test =>
  (found) =>
    typeof found === 'number' && Number.isFinite(found) ? truth(compare(found)) : DOUBT;

function matches(pattern: string, regex: RegexCompiler | undefined): Test {
  const search = regex?.(pattern);
  if (typeof search !== 'function') return () => DOUBT;
  return (found) => (typeof found === 'string' ? truth(search(found)) : DOUBT);
}

function exists(expected: boolean): Test {
  return (found) => {
    if (found === undefined || found === null) return truth(!expected);
    return isReadable(found) ? truth(expected) : DOUBT;
  };
}

/** The test of a condition's operator on a value that is there. */
function onPresent(condition: Exclude<Condition, { op: 'exists' }>, regex: RegexCompiler | undefined): Test {
  const { op, value } = condition;
  switch (op) {
    case 'eq':
      return equals(value);
    case 'neq': {
      const equal = equals(value);
      return (found) => not(equal(found));
    }
    case 'in':
      return oneOf(value);
    case 'not_in': {
      const listed = oneOf(value);
      return (found) => not(listed(found));
    }
    case 'lt':
      return onNumber((found) => found < value);
    case 'lte':
      return onNumber((found) => found <= value);
    case 'gt':
      return onNumber((found) => found > value);
    case 'gte':
      return onNumber((found) => found >= value);
    case 'contains':
      return contains(value);
    case 'regex':
      return matches(value, regex);
  }
}

/** The test of a condition. Where the path is missing, every operator but `exists` is false. */
export function testOf(condition: Condition, regex: RegexCompiler | undefined): Test {
  if (condition.op === 'exists') return exists(condition.value);
  const present = onPresent(condition, regex);
  return (found) => (found === undefined ? NO : present(found));
}
