import type { ToolEntry } from '../catalogue/catalogue.ts';
import { categoryWords } from '../catalogue/taxonomy.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { AppliedGuard } from '../recommend/guards.ts';
import { OPT_IN, type OptInCondition } from '../recommend/opt-in.ts';
import { documentOf, type OptIn, type Recommendation, recommend } from '../recommend/recommend.ts';
import { jsonText } from './json-text.ts';
import { code, type Text, t } from './text.ts';
import { plural, theServer } from './words.ts';

/** One document as a page shows it: what it does, in one sentence each. */
export interface DocumentView {
  document: PolicyDocument;
  /** The document as text, to copy. */
  json: string;
  allows: Text;
  denies: Text;
  why: Text;
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

const argument = (path: string) => code(path.replace(/^args\.?/, ''));

/** `a`, `a and b`, `a, b and c`, of sentences. */
const joined = (texts: readonly Text[]): Text =>
  texts.flatMap((text, index) => {
    const between = index === 0 ? [] : [index === texts.length - 1 ? ' and ' : ', '];
    return [...between, ...text];
  });

const guardText = ({ guard, path, required }: AppliedGuard): Text =>
  t`${argument(path)}${required ? '' : ', if given,'} holds ${guard.label}`;

function everythingElse({ server, tool }: ToolEntry): Text {
  const others = server.tools.length - 1;
  const rest = t`${code('default')} is ${code('deny')}, and only ${code(tool.name)} is listed.`;
  return others
    ? t`Denies everything else on ${theServer(server.server.title)}, ${plural(others, 'other tool')} today: ${rest}`
    : t`Denies any other tool that ${theServer(server.server.title)} may add: ${rest}`;
}

function limitedView(entry: ToolEntry, recommendation: Extract<Recommendation, { stance: 'limited' }>) {
  const { limit, guards } = recommendation;
  const rate = t`at most ${plural(limit.max, 'call')} a ${limit.window} for each grant`;
  const where = guards.length ? t`, where ${joined(guards.map(guardText))}` : [];
  const guarded = guards.length
    ? t`Denies also ${joined(guards.map(({ guard, path }) => t`${guard.refuses} in ${argument(path)}`))}, and call ${limit.max + 1} of a ${limit.window}. `
    : t`Denies also call ${limit.max + 1} of a ${limit.window}. `;
  return {
    allows: t`Allows ${code(entry.tool.name)}, ${rate}${where}.`,
    denies: [...guarded, ...everythingElse(entry)],
    why: [categoryWords(entry.category).danger],
  };
}

function deniedView(entry: ToolEntry): Pick<DocumentView, 'allows' | 'denies' | 'why'> {
  return {
    allows: t`Allows nothing: every call of ${code(entry.tool.name)} is answered with the message in ${code('on_deny')}.`,
    denies: everythingElse(entry),
    why: [categoryWords(entry.category).danger],
  };
}

function conditionText(condition: OptInCondition): Text {
  switch (condition.kind) {
    case 'pin':
      return t`${argument(condition.path)} is on your list (put your own values in place of ${code(JSON.stringify(condition.value))})`;
    case 'cap':
      return t`${argument(condition.path)} is at most ${condition.each} a call and ${condition.total} a day`;
    case 'reason':
      return t`${argument(condition.path)} gives a reason`;
    case 'approval':
      return t`a person approves exactly this call within ${OPT_IN.approvalExpires.replace('m', ' minutes')}`;
  }
}

function optInView(entry: ToolEntry, optIn: OptIn): DocumentView {
  const document = documentOf([[entry.tool.name, optIn.rule]]);
  const conditions = [...optIn.conditions.map(conditionText), ...optIn.guards.map(guardText)];
  return {
    document,
    json: jsonText(document),
    allows: t`Allows ${code(entry.tool.name)}, at most ${plural(OPT_IN.callsAnHour, 'call')} an hour for each grant, where ${joined(conditions)}.`,
    denies: t`Denies every other call of it. ${everythingElse(entry)}`,
    why: [
      'Use it only where an agent really has to make such calls, and change the numbers to what you can afford to lose.',
    ],
  };
}

/** All that a page says about the policy of a tool. */
export function policyView(entry: ToolEntry): PolicyView {
  const recommendation = recommendationOf(entry);
  const document = documentOf([[entry.tool.name, recommendation.rule]]);
  const says = recommendation.stance === 'limited' ? limitedView(entry, recommendation) : deniedView(entry);
  return {
    recommendation,
    recommended: { document, json: jsonText(document), ...says },
    optIn:
      recommendation.stance === 'denied' && recommendation.optIn
        ? optInView(entry, recommendation.optIn)
        : undefined,
  };
}

/** What the document does to the tool, in a few words: `30 calls a minute`, `denied`. */
export const stanceWords = (recommendation: Recommendation): string =>
  recommendation.stance === 'limited'
    ? `${plural(recommendation.limit.max, 'call')} a ${recommendation.limit.window}${recommendation.guards.length ? ', guarded' : ''}`
    : 'denied';
