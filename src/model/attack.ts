import { z } from 'zod';
import { CategoryId } from './category.ts';

/** An attack's id: its file name, its place in the URL, never reused. */
export const AttackId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters and digits, joined by hyphens');

/** Whether it happened to someone, is a flaw of a named product, or is a general method. */
export const AttackKind = z.enum(['incident', 'vulnerability', 'technique']);
export type AttackKind = z.output<typeof AttackKind>;

export const Severity = z.enum(['critical', 'high', 'medium', 'low']);
export type Severity = z.output<typeof Severity>;

/** Whether a policy on tool calls that sees the call, and that the agent cannot switch off, prevents it. */
export const Verdict = z.enum(['stops', 'limits', 'does-not-stop']);
export type Verdict = z.output<typeof Verdict>;

/** Where a policy would have to stand to see the call. */
export const EnforcementPoint = z.enum([
  'mcp-proxy',
  'host-hook',
  'platform-only',
  'server-front-proxy',
  'none',
]);
export type EnforcementPoint = z.output<typeof EnforcementPoint>;

/** What a control looks at: a call, another MCP message, or something outside the protocol. */
export const ControlLayer = z.enum(['call', 'proxy-other-message', 'outside']);
export type ControlLayer = z.output<typeof ControlLayer>;

/** How much of a call stands in a source. Only `reported` may be cited as what happened. */
export const CallOrigin = z.enum(['reported', 'partly', 'generic', 'ours']);
export type CallOrigin = z.output<typeof CallOrigin>;

/** What the recorded calls of an entry amount to, over all its steps. */
export const Trace = z.enum(['reported', 'args-ours', 'generic', 'none']);
export type Trace = z.output<typeof Trace>;

/** How a reference was read for this entry. */
export const Reading = z.enum(['read', 'excerpt', 'quoted', 'not-read']);
export type Reading = z.output<typeof Reading>;

/** Whether a mapping stands in a source or is our own judgement. */
export const Basis = z.enum(['source', 'editorial']);

/** The frameworks an entry is mapped to; their ids and names stand in `content/taxonomy/frameworks.json`. */
export const FrameworkId = z.enum(['cwe', 'owasp-mcp', 'owasp-llm', 'owasp-agentic', 'atlas']);
export type FrameworkId = z.output<typeof FrameworkId>;

const CODE_SPAN = /`[^`\n]+`/g;
const TAG = /<\/?[a-z][^>\n]*>|<!--/i;

/** Whether a text holds an HTML tag or comment outside `code`. */
export const holdsHtml = (text: string) => TAG.test(text.replace(CODE_SPAN, ''));

/** Plain prose of ours: one paragraph, no HTML; pages show it as text. */
export const Prose = z
  .string()
  .trim()
  .min(3, 'a text')
  .max(600, 'at most 600 characters')
  .refine((text) => !holdsHtml(text), 'plain text without HTML tags or comments')
  .refine((text) => !text.includes('\n'), 'one paragraph without line breaks');

const isCalendarDate = (text: string) => {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** An ISO date. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-20')
  .refine(isCalendarDate, 'a day that the calendar has');

/** An ISO date, or only its month or year where no source gives more. Quote a year alone, or YAML reads a number. */
export const PartialDay = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'a date such as 2026-11-20, 2026-11 or "2026"')
  .refine(isCalendarDate, 'a day that the calendar has');

const unique = <Item extends z.ZodType>(item: Item) =>
  z.array(item).refine((items) => new Set(items).size === items.length, 'a list without repetitions');

const Cvss = z.strictObject({
  score: z.number().min(0).max(10),
  version: z.enum(['3.0', '3.1', '4.0', 'unspecified']),
  /** Who gave the score. */
  source: Prose,
});

const Affected = z.strictObject({
  product: Prose,
  /** The affected versions in the source's words; absent where no source says. */
  versions: Prose.optional(),
  /** The first version or date without the flaw; absent where none is known. */
  fixed: Prose.optional(),
});

const Mapping = z.strictObject({ basis: Basis, ids: unique(z.string()) });

const StepCall = z.strictObject({
  tool: z.string().min(1).max(256),
  args: z.record(z.string(), z.json()),
  origin: CallOrigin,
  /** Which part is reported and which is not. */
  note: Prose.optional(),
});

/** One step of the attack, in order; the call is there where the step is one. */
const Step = z.strictObject({ text: Prose, call: StepCall.optional() });

const Control = z.strictObject({
  /** An id of `content/taxonomy/attack-controls.json`. */
  control: z.string(),
  layer: ControlLayer,
  /** What the control says in this case. */
  rule: Prose,
});

const Reference = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }),
    reading: Reading,
    /** What of this entry the reference carries. */
    supports: Prose.optional(),
  })
  .refine((reference) => reference.reading === 'not-read' || reference.supports !== undefined, {
    message: 'what a reference that was read supports',
    path: ['supports'],
  });
export type Reference = z.output<typeof Reference>;

/** The front matter of `content/attacks/<id>.md`. The prose below it has the headings of `attack-sections.json`. */
export const AttackFacts = z.strictObject({
  title: Prose,
  /** One sentence for tables, feeds and search results. */
  summary: Prose,
  kind: AttackKind,
  /** When the CVE record or the first report appeared, or the method was first written up. */
  disclosed: PartialDay,
  /** `false` where no source read for this entry gives the date. */
  disclosedSourced: z.boolean(),
  /** When this entry was first published here. */
  created: Day,
  /** When a fact of this entry last changed. */
  modified: Day,
  severity: Severity,
  /** `cvss`: from the first score listed; `editorial`: our judgement. */
  severityBasis: z.enum(['cvss', 'editorial']),
  category: z.string(),
  secondaryCategories: unique(z.string()),
  /** The risk categories of the tools that the attack uses. */
  toolCategories: unique(CategoryId),
  /** Capability signals: what a tool must offer to be of use to this attack. */
  signals: unique(z.string()).min(1, 'at least one capability signal'),
  cves: unique(z.string().regex(/^CVE-\d{4}-\d{4,}$/, 'an id such as CVE-2025-6514')),
  ghsas: unique(z.string().regex(/^GHSA(?:-[0-9a-z]{4}){3}$/, 'an id such as GHSA-hc55-p739-j48w')),
  cvss: z.array(Cvss),
  affected: z.array(Affected),
  mappings: z.record(FrameworkId, Mapping),
  flow: z.array(Step).min(1, 'at least one step'),
  trace: Trace,
  policy: z.strictObject({
    verdict: Verdict,
    point: EnforcementPoint,
    /** Why the verdict is what it is. */
    why: Prose,
    controls: z.array(Control).min(1, 'at least one control'),
  }),
  /** Ids of other entries that share a cause, a CVE or a case. */
  related: unique(AttackId),
  /** `verified`: a source was read, in some form, for each fact; `partial`: some rest on `unverified`. */
  confidence: z.enum(['verified', 'partial']),
  /** `primary`: record, specification, vendor, researcher or first-person account. */
  evidence: z.enum(['primary', 'secondary']),
  /** What is said elsewhere and no source read here supports. Shown as such, used for nothing. */
  unverified: z.array(Prose),
  /** Where sources disagree or are easily misread. */
  notes: z.array(Prose),
  references: z.array(Reference).min(1, 'at least one reference'),
});
export type AttackFacts = z.output<typeof AttackFacts>;

/** One part of the prose, as Markdown without headings, HTML or images. */
export interface AttackSection {
  id: string;
  heading: string;
  markdown: string;
}

/** An attack as the site knows it: the facts, the prose, and the id from the file name. */
export interface Attack extends AttackFacts {
  id: string;
  sections: readonly AttackSection[];
}
