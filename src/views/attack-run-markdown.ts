import type { ProofView, SequenceView } from './attack-proof.ts';
import {
  absolute,
  markdownCode,
  markdownLink,
  markdownList,
  markdownTable,
  markdownText,
} from './markdown.ts';

/** Blocks of Markdown in their order; what an attack does not have is left out. */
export type Blocks = readonly (string | undefined | false)[];

/** The parts that are there, on one line. */
export const words = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter(Boolean).join(' ');

/** A note of an entry, if there is one. */
export const noteOf = (note: string | undefined) => note && markdownText(note);

const runRows = ({ calls }: SequenceView): string =>
  markdownTable(
    ['Call', 'Tool', 'Arguments', 'Decision', 'Rule', 'What is said'],
    calls.map(({ number, tool, server, json, when, origin, note, outcome, rule, message, approved }) => [
      words(String(number), when && `(${when})`),
      words(markdownCode(tool), server && `on ${markdownText(server)}`, `(${origin.toLowerCase()})`),
      json && markdownCode(json),
      outcome,
      rule && markdownCode(rule),
      words(message && markdownText(message), approved, noteOf(note)),
    ]),
  );

const sequenceBlocks = (sequence: SequenceView): Blocks => [
  `#### ${markdownText(sequence.title)} ${sequence.result}`,
  noteOf(sequence.why),
  runRows(sequence),
];

const serverLine = ({ name, href, tools, note }: ProofView['servers'][number], site: string): string => {
  const shown = markdownText(name);
  return `${href ? markdownLink(shown, absolute(href, site)) : shown}: ${tools.map(markdownCode).join(', ')}. ${note}`;
};

const beyondBlocks = ({ beyond }: ProofView): Blocks => [
  beyond.length > 0 && '## What the policy format cannot say here',
  markdownList(
    beyond.map(
      ({ label, missing, takes }) => `${label}: ${markdownText(`${missing} It would take: ${takes}`)}`,
    ),
  ),
];

/** The recorded run of a proof, what each rule is for, and what no rule can say. */
export const runBlocks = (proof: ProofView, site: string): Blocks => [
  '## The run',
  proof.says,
  markdownList(proof.servers.map((server) => serverLine(server, site))),
  ...proof.kinds.flatMap(({ heading, meaning, sequences }) => [
    `### ${heading}`,
    meaning,
    ...sequences.flatMap(sequenceBlocks),
  ]),
  '## What each rule is for',
  'The sequences were run again with each rule taken away in turn.',
  markdownTable(
    ['Without', 'Then', 'Seen in'],
    proof.rules.map(({ rule, effectWord, why }) => [markdownCode(rule), effectWord, markdownText(why)]),
  ),
  ...beyondBlocks(proof),
];
