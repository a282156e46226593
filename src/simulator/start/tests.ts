import { PolicyTestFile, type TestCall, type TestCase } from '../../policy/test-file.ts';
import { WINDOW_MS } from '../../policy/window.ts';
import { plural } from '../words.ts';
import { BOUNDS, type Entry, endOf, entryOf, grantedAt, type KnownTool, START } from '../workspace.ts';
import { failed, fewOf, type Offer, type Offers, offers, policyText } from './offer.ts';
import { isObject, isTooDeep, own } from './plain-json.ts';

function entryOfCall(
  { tool, args = {}, grant, approved_at: approved, upstream }: TestCall,
  at: number,
): Entry {
  return entryOf(tool, args, at, {
    ...(grant !== undefined && { grant }),
    ...(approved !== undefined && grantedAt(Date.parse(approved), at)),
    ...(upstream && upstream !== 'done' && { upstream }),
  });
}

/** The calls of a case; equal calls in a row are one line. */
function entriesOf({ calls }: TestCase): Entry[] {
  const entries: Entry[] = [];
  let at = START;
  for (const call of calls) {
    at = call.at === undefined ? at : Date.parse(call.at);
    const entry = entryOfCall(call, at);
    const last = entries.at(-1);
    const once = last && JSON.stringify({ ...last, times: 1 });
    if (last && once === JSON.stringify(entry))
      entries[entries.length - 1] = { ...last, times: last.times + 1 };
    else entries.push(entry);
  }
  return entries;
}

const dayOf = (at: number): number => Math.floor(at / WINDOW_MS.day);

/** The calls of all cases, one case after the other, each on a day of its own: so its counters start at zero. */
function together(cases: readonly TestCase[]): Entry[] {
  const all: Entry[] = [];
  for (const one of cases) {
    const entries = entriesOf(one);
    const last = all.at(-1);
    const free = last ? dayOf(endOf(last)) + 1 : dayOf(START);
    const shift = (free - dayOf(entries[0]?.at ?? START)) * WINDOW_MS.day;
    const moved = entries.map((entry) => ({ ...entry, at: entry.at + shift }));
    all.push(...moved.map((entry, index) => (index ? entry : { ...entry, note: one.name })));
  }
  return all;
}

const isPolicy = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The tools that a policy and its calls name: a test file knows no more of its server. */
function toolsOf(policy: object, cases: readonly TestCase[]): KnownTool[] {
  const listed = own(policy, 'tools');
  const hidden = own(policy, 'hide');
  const names = [
    ...cases.flatMap(({ calls }) => calls.map(({ tool }) => tool)),
    ...(isObject(listed) ? Object.keys(listed) : []),
    ...(Array.isArray(hidden) ? hidden.filter((name) => typeof name === 'string' && name !== '*') : []),
  ];
  return [...new Set(names)].slice(0, BOUNDS.tools).map((name) => ({ name }));
}

const given = (policy: object, cases: readonly TestCase[]) => ({
  policy: policyText(policy),
  tools: toolsOf(policy, cases),
});

function offerOf(one: TestCase, policy: unknown): Offer {
  return {
    title: one.name,
    about: `A case of a policy test file, with ${plural(one.calls.length, 'call')}.`,
    entries: entriesOf(one),
    ...(isPolicy(policy) && given(policy, [one])),
  };
}

/** All cases of a file as one session, where they share one policy. */
function wholeOf({ description, policy, cases }: PolicyTestFile): Offer[] {
  if (!isPolicy(policy) || cases.length < 2 || cases.some((one) => one.policy !== undefined)) return [];
  return [
    {
      title: description ?? 'All cases of the file',
      label: 'All cases',
      about: 'One case after the other, each on a day of its own, so that its counters start at zero.',
      ...given(policy, cases),
      entries: together(cases),
    },
  ];
}

/** Reads a policy test file: all its cases in one session, and each of them, are offers. */
export function readTests(value: unknown): Offers {
  if (isTooDeep(value)) return failed('The file nests too deep to read.');
  const parsed = PolicyTestFile.safeParse(value);
  if (!parsed.success)
    return failed(
      ...fewOf(
        parsed.error.issues.map(({ path, message }) => `At ${path.join('.') || 'the top'}: ${message}.`),
      ),
    );
  const file = parsed.data;
  const policies = file.cases.map((one) => one.policy ?? file.policy);
  const notes = policies.every(isPolicy)
    ? []
    : ['The file names its policy by a path, which a page cannot read: your policy stays.'];
  return offers([...wholeOf(file), ...file.cases.map((one, index) => offerOf(one, policies[index]))], notes);
}
