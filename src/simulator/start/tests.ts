import { PolicyTestFile, type TestCase } from '../../policy/test-file.ts';
import { plural } from '../words.ts';
import { type Entry, entryOf, START } from '../workspace.ts';
import { failed, fewOf, type Offer, type Offers, offers, policyText } from './offer.ts';
import { isTooDeep } from './plain-json.ts';

function entriesOf({ calls }: TestCase): Entry[] {
  let at = START;
  return calls.map((call) => {
    at = call.at === undefined ? at : Date.parse(call.at);
    const { grant, approved_at: approved, upstream } = call;
    return entryOf(call.tool, call.args ?? {}, at, {
      ...(grant !== undefined && { grant }),
      ...(approved !== undefined && { approval: 'granted' as const }),
      ...(upstream && upstream !== 'done' && { upstream }),
    });
  });
}

/** Reads a policy test file; each of its cases is an offer. */
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
  const notes = new Set<string>();
  const all = file.cases.map((one): Offer => {
    const policy = one.policy ?? file.policy;
    const there = typeof policy === 'object' && policy !== null;
    if (!there)
      notes.add('The file names its policy by a path, which a page cannot read: your policy stays.');
    return {
      title: one.name,
      about: `A case of a policy test file, with ${plural(one.calls.length, 'call')}.`,
      entries: entriesOf(one),
      ...(there && { policy: policyText(policy) }),
    };
  });
  return offers(all, [...notes]);
}
