import type { ToolEntry } from '../catalogue/catalogue.ts';
import { categoryWords, levelWords } from '../catalogue/taxonomy.ts';
import type { Recommendation } from '../recommend/recommend.ts';
import { routes } from '../routes.ts';
import type { PolicyView } from './policy-view.ts';
import { code, link, paragraph, type Text, t } from './text.ts';
import { plural, sentence, theServer, withArticle } from './words.ts';

export interface Question {
  question: Text;
  answer: Text;
}

const whatItDoes = ({ tool, category }: ToolEntry): Text => {
  const { label, meaning } = categoryWords(category);
  const summary = tool.summary ? t`${sentence(tool.summary)}` : t`Nobody has described it yet.`;
  return paragraph(summary, t`Callwarden files it as ${withArticle(label)} tool. ${meaning}`);
};

/** In short what the document allows; the page says it whole above the questions. */
function allowsInShort({ tool }: ToolEntry, recommendation: Recommendation): Text {
  if (recommendation.stance === 'denied') return t`It allows nothing.`;
  const { limit, guards } = recommendation;
  const where = guards.length ? ', where the arguments hold the guards above' : '';
  return t`It allows ${plural(limit.max, 'call')} of ${code(tool.name)} a ${limit.window} for each grant${where}.`;
}

function enforce(entry: ToolEntry, { recommendation }: PolicyView): Text {
  const { tool, server } = entry;
  return paragraph(
    t`Save the document on this page as ${code('policy.json')} and put a proxy that evaluates this format between the agent and ${theServer(server.server.title)}.`,
    t`The agent must have no other way to reach the server.`,
    allowsInShort(entry, recommendation),
    t`Under ${code('default')}: ${code('deny')} the tools you use beside ${code(tool.name)} must be listed too; the ${link('policy of the whole server', routes.server(server.id))} lists them all.`,
  );
}

function riskLevel({ tool, category, level, assessment, review }: ToolEntry): Text {
  const { label, meaning } = categoryWords(category);
  if (level === 'unrated')
    return t`None yet: nothing in ${code(tool.name)} says what a call does. ${levelWords(level).meaning}`;
  const signals = t`This rests on ${plural(assessment.signals.length, 'signal')} in the tool’s own definition, all shown on this page.`;
  const basis =
    assessment.category === category ? signals : review && t`A review decided this: ${review.reason}`;
  return paragraph(t`${levelWords(level).label}: it is ${withArticle(label)} tool.`, [meaning], basis);
}

function rateLimit({ tool }: ToolEntry, recommendation: Recommendation): Text {
  if (recommendation.stance === 'limited') {
    const { counter, window, max } = recommendation.limit;
    return t`Yes, and the document on this page does: ${code('limits')} counts calls in ${code(counter)} and denies call ${max + 1} of a ${window}. Change ${code('max')} to another number or ${code('window')} to ${code('hour')} or ${code('day')}. Windows are calendar windows in UTC, and denied calls do not count.`;
  }
  const limit = t`Take the ${code('deny_if')} of ${code(tool.name)} out and give it a ${code('limits')} list with ${code('counter')}, ${code('window')}, ${code('max')} and ${code('scope')}.`;
  const advice = recommendation.optIn
    ? t`The document on this page denies every call, so there is nothing to count. The opt-in variant on this page has a limit.`
    : t`The document on this page denies every call, so there is nothing to count.`;
  return paragraph(advice, recommendation.optIn ? undefined : limit);
}

const block = ({ tool }: ToolEntry, recommendation: Recommendation): Text =>
  recommendation.stance === 'denied'
    ? t`The document on this page does: a ${code('deny_if')} with empty ${code('conditions')} always holds, so every call is denied with the text of ${code('on_deny')}. To keep agents from seeing ${code(tool.name)} at all, list it in ${code('hide')} instead.`
    : t`Leave ${code(tool.name)} out of ${code('tools')}: under ${code('default')}: ${code('deny')} a tool that is not listed is denied. To keep agents from seeing it at all, list it in ${code('hide')}. To tell the agent why, keep it listed with one ${code('deny_if')} whose ${code('conditions')} are empty and whose ${code('on_deny')} gives the reason.`;

const whichServer = ({ tool, server }: ToolEntry): Text => {
  const others = server.tools.length - 1;
  const { name } = server.server.package;
  return paragraph(
    t`${code(tool.name)} is a tool of ${link(theServer(server.server.title), routes.server(server.id))} (${code(name)}).`,
    others ? t`The server has ${plural(others, 'other tool')}.` : t`It is the server’s only tool.`,
  );
};

/** The six questions of a tool page. Each answer is built from the values that the page shows. */
export function toolFaq(entry: ToolEntry, policy: PolicyView): Question[] {
  const name = code(entry.tool.name);
  const { recommendation } = policy;
  return [
    { question: t`What does ${name} do?`, answer: whatItDoes(entry) },
    { question: t`How do I enforce a policy on ${name}?`, answer: enforce(entry, policy) },
    { question: t`What risk level is ${name}?`, answer: riskLevel(entry) },
    { question: t`Can I rate-limit ${name}?`, answer: rateLimit(entry, recommendation) },
    { question: t`How do I block ${name} completely?`, answer: block(entry, recommendation) },
    { question: t`Which MCP server provides ${name}?`, answer: whichServer(entry) },
  ];
}
