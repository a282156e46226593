import type { ToolEntry } from '../catalogue/catalogue.ts';
import { categoryWords } from '../catalogue/taxonomy.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { LintServer } from '../policy/lint.ts';
import { type Claim, optInClaims, recommendedClaims } from '../recommend/claims.ts';
import type { AppliedGuard } from '../recommend/guards.ts';
import { OPT_IN, type OptInCondition } from '../recommend/opt-in.ts';
import { type Proven, prove } from '../recommend/prove.ts';
import { documentOf, type OptIn, type Recommendation, recommend } from '../recommend/recommend.ts';
import { jsonText } from './json-text.ts';
import { code, type Text, t } from './text.ts';
import { ordinal, plural, theServer } from './words.ts';

/** One document as a page shows it: what it does, as the ends of “It allows …”, “It denies …”. */
export interface DocumentView {
  document: PolicyDocument;
  /** The document as text, to copy. */
  json: string;
  allows: Text;
  denies: Text;
  /** A whole sentence. */
  why: Text;
  /** What the engine said when this page was built. */
  run: Proven[];
}

/** The recommended document of a tool, and the opt-in variant of one that is denied. */
export interface PolicyView {
  recommendation: Recommendation;
  recommended: DocumentView;
  optIn: DocumentView | undefined;
}

/** The recommendation for a tool of the catalogue: the only place that asks for one. */
export const recommendationOf = ({ tool, category, hazards }: ToolEntry): Recommendation =>
  recommend({ name: tool.name, category, inputSchema: tool.inputSchema, hazards }, categoryWords(category));

/** Tools as lint wants to know them. */
export const lintServer = (entries: readonly ToolEntry[]): LintServer => ({
  tools: entries.map(({ tool, level }) => ({ name: tool.name, inputSchema: tool.inputSchema, level })),
});

/** An argument by its name, without the `args` that paths of policies start with. */
export const argument = (path: string) => code(path.replace(/^args\.?/, ''));

/** `a`, `a and b`, `a, b and c`, of sentences. */
const joined = (texts: readonly Text[], last = 'and'): Text =>
  texts.flatMap((text, index) => {
    const between = index === 0 ? [] : [index === texts.length - 1 ? ` ${last} ` : ', '];
    return [...between, ...text];
  });

/** Guards of one kind are told together, with all the arguments that they stand on. */
const kindsOf = (guards: readonly AppliedGuard[]) =>
  [...Map.groupBy(guards, ({ guard }) => guard)].map(([guard, applied]) => ({
    guard,
    paths: (last: 'and' | 'or') =>
      joined(
        applied.map(({ path }) => [argument(path)]),
        last,
      ),
    alone: applied.length === 1,
    optional: applied.some(({ required }) => !required),
  }));

const guardTexts = (guards: readonly AppliedGuard[]): Text[] =>
  kindsOf(guards).map(
    ({ guard, paths, optional, alone }) =>
      t`${alone ? '' : 'each of '}${paths('and')}${optional ? ', if given,' : ''} holds ${guard.label}`,
  );

const refusedTexts = (guards: readonly AppliedGuard[]): Text[] =>
  kindsOf(guards).map(({ guard, paths }) => t`${guard.refuses} in ${paths('or')}`);

function everythingElse({ server, tool }: ToolEntry): Text {
  const others = server.tools.length - 1;
  const who = theServer(server.server.title);
  const what = others
    ? `everything else on ${who} (${plural(others, 'other tool')} today)`
    : `any other tool that ${who} may add`;
  return t`${what}, since ${code('default')} is ${code('deny')} and only ${code(tool.name)} is listed`;
}

type Says = Pick<DocumentView, 'allows' | 'denies' | 'why'>;

function limitedSays(entry: ToolEntry, recommendation: Extract<Recommendation, { stance: 'limited' }>): Says {
  const { limit, guards } = recommendation;
  const where = guards.length ? t`, where ${joined(guardTexts(guards))}` : [];
  return {
    allows: t`${plural(limit.max, 'call')} of ${code(entry.tool.name)} a ${limit.window} for each grant${where}.`,
    denies: t`${joined([...refusedTexts(guards), t`the ${ordinal(limit.max + 1)} call in the same ${limit.window}`, everythingElse(entry)])}.`,
    why: [categoryWords(entry.category).why],
  };
}

const deniedSays = (entry: ToolEntry): Says => ({
  allows: t`nothing.`,
  denies: t`every call of ${code(entry.tool.name)}, with the reason in ${code('on_deny')}, and ${everythingElse(entry)}.`,
  why: [categoryWords(entry.category).why],
});

function conditionText(condition: OptInCondition): Text {
  switch (condition.kind) {
    case 'pin':
      return t`${argument(condition.path)} is on your list (put your own values in place of ${code(JSON.stringify(condition.value))})`;
    case 'folder':
      return t`${argument(condition.path)} lies in your folder (put it in place of ${code(condition.folder)})`;
    case 'cap':
      return t`${argument(condition.path)} is at most ${condition.each} a call and ${condition.total} a day`;
    case 'reason':
      return t`${argument(condition.path)} gives a reason`;
    case 'approval':
      return t`a person approves exactly this call within ${OPT_IN.approvalExpires.replace('m', ' minutes')}`;
  }
}

function optInSays(entry: ToolEntry, { conditions, guards }: OptIn): Says {
  const where = [...conditions.map(conditionText), ...guardTexts(guards)];
  return {
    allows: t`${plural(OPT_IN.callsAnHour, 'call')} of ${code(entry.tool.name)} an hour for each grant, where ${joined(where)}.`,
    denies: t`every other call of it, and ${everythingElse(entry)}.`,
    why: [
      'It is for agents that really must make such calls. Set its numbers to what you can afford to lose.',
    ],
  };
}

function documentView(
  entry: ToolEntry,
  rule: Recommendation['rule'],
  says: Says,
  claims: readonly Claim[],
): DocumentView {
  const document = documentOf([[entry.tool.name, rule]]);
  const run = prove(`${entry.server.id}/${entry.tool.name}`, document, claims, lintServer([entry]));
  return { document, json: jsonText(document), ...says, run };
}

/** All that a page says about the policy of a tool, proven. Throws `ClaimFails` where a document does not do it. */
export function policyView(entry: ToolEntry): PolicyView {
  const recommendation = recommendationOf(entry);
  const { name } = entry.tool;
  const says = recommendation.stance === 'limited' ? limitedSays(entry, recommendation) : deniedSays(entry);
  const optIn = recommendation.stance === 'denied' ? recommendation.optIn : undefined;
  return {
    recommendation,
    recommended: documentView(entry, recommendation.rule, says, recommendedClaims(name, recommendation)),
    optIn: optIn && documentView(entry, optIn.rule, optInSays(entry, optIn), optInClaims(name, optIn)),
  };
}

/** What the document does to the tool, in a few words: `30 calls a minute`, `denied`. */
export const stanceWords = (recommendation: Recommendation): string =>
  recommendation.stance === 'limited'
    ? `${plural(recommendation.limit.max, 'call')} a ${recommendation.limit.window}${recommendation.guards.length ? ', guarded' : ''}`
    : 'denied';
