import { LineCounter, parseDocument } from 'yaml';
import { AttackFacts, AttackKind, type AttackSection, holdsHtml } from '../model/attack.ts';
import { type Problem, shown, validated } from '../model/problem.ts';
import { EntryIds, NO_IDS } from './entry-ids.ts';
import { headingsOf } from './taxonomy.ts';

/** The file of an entry, as faults name it. */
export const entryFile = (id: string): string => `attacks/${id}.md`;

/** The two parts of an entry's text, and the line on which the second begins. */
interface Parts {
  yaml: string;
  body: string;
  bodyLine: number;
}

/** What the text of one entry says, as far as it can be read, and every fault in it. */
export interface ParsedEntry {
  facts?: AttackFacts;
  /** There also where the facts have faults; none where the front matter cannot be read at all. */
  ids: EntryIds;
  sections: AttackSection[];
  problems: Problem[];
}

const FRONT_MATTER = /^---\n([\s\S]*?\n)---\n/;

function partsOf(text: string): Parts | undefined {
  const match = FRONT_MATTER.exec(text);
  if (match?.[1] === undefined) return undefined;
  const lines = match[0].split('\n').length;
  return { yaml: match[1], body: text.slice(match[0].length), bodyLine: lines };
}

const noFrontMatter = (file: string): Problem => ({
  file,
  pointer: 'line 1',
  found: 'no front matter',
  expected: 'YAML between two lines of three hyphens, then the prose',
  remedy: 'Start from npm run new:attack, which writes both.',
});

/** YAML that is read strictly: one document, no key twice, no alias. */
function readYaml(file: string, yaml: string): { value: unknown; problems: Problem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false, uniqueKeys: true });
  const problems = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    file,
    // The opening hyphens are the first line of the file.
    pointer: `line ${lineCounter.linePos(pos[0]).line + 1}`,
    found: message,
    expected: 'YAML 1.2',
    remedy: 'Correct the syntax; put a text with a colon or a hash in quotes.',
  }));
  return { value: problems.length ? undefined : document.toJS({ maxAliasCount: 0 }), problems };
}

const factProblems = (file: string, value: unknown) => {
  const parsed = validated(AttackFacts, value, file);
  return 'data' in parsed ? { facts: parsed.data, problems: [] } : { problems: parsed.problems };
};

/** The entry in a text: front matter and prose, checked each for itself. References are checked in `checks.ts`. */
export function parseEntry(file: string, text: string): ParsedEntry {
  const parts = partsOf(text);
  if (!parts) return { ids: NO_IDS, sections: [], problems: [noFrontMatter(file)] };
  const yaml = readYaml(file, parts.yaml);
  if (yaml.problems.length) return { ids: NO_IDS, sections: [], problems: yaml.problems };
  const { facts, problems } = factProblems(file, yaml.value);
  const kind = AttackKind.safeParse((yaml.value as { kind?: unknown } | null)?.kind);
  const prose = readProse(file, parts, headingsOf(kind.data ?? 'vulnerability'));
  return {
    ...(facts && { facts }),
    ids: EntryIds.parse(yaml.value),
    sections: prose.sections,
    problems: [...problems, ...prose.problems],
  };
}

/** What stands under each heading, in the order of the text, with the line of the heading. */
function splitAtHeadings({ body, bodyLine }: Parts) {
  const found: { heading: string; line: number; lines: string[] }[] = [];
  for (const [index, line] of body.split('\n').entries()) {
    const heading = /^## (.*)$/.exec(line)?.[1];
    if (heading !== undefined) found.push({ heading, line: bodyLine + index, lines: [] });
    else if (found.length) found.at(-1)?.lines.push(line);
    else if (line.trim()) found.push({ heading: '', line: bodyLine + index, lines: [line] });
  }
  return found;
}

function readProse(file: string, parts: Parts, headings: ReadonlyMap<string, string>) {
  const found = splitAtHeadings(parts);
  const sections = [...headings].map(([id, heading]) => {
    const lines = found.find((part) => part.heading === heading)?.lines ?? [];
    return { id, heading, markdown: lines.join('\n').trim() };
  });
  const order = found.map(({ heading }) => heading);
  const wanted = [...headings.values()];
  const problems = [
    ...(order.join('\n') === wanted.join('\n') ? [] : [wrongHeadings(file, parts.bodyLine, order, wanted)]),
    ...sections
      .filter(({ heading, markdown }) => order.includes(heading) && !markdown)
      .map(({ heading }) => emptySection(file, heading)),
    ...found.flatMap(({ line, lines }) => markupProblems(file, line, lines)),
  ];
  return { sections, problems };
}

const wrongHeadings = (file: string, line: number, found: string[], wanted: string[]): Problem => ({
  file,
  pointer: `line ${line}`,
  found: `the headings ${found.map(shown).join(', ') || 'none'}`,
  expected: `the headings ${wanted.map(shown).join(', ')}, in this order`,
  remedy: 'Use the headings of taxonomy/attack-sections.json, each once, with two hash signs.',
});

const emptySection = (file: string, heading: string): Problem => ({
  file,
  pointer: '',
  found: `nothing under ${shown(heading)}`,
  expected: 'at least one sentence',
  remedy: 'Write what is known, or say what is not.',
});

const UNWANTED: readonly { name: string; test: (line: string) => boolean; remedy: string }[] = [
  { name: 'HTML', test: holdsHtml, remedy: 'Write plain words, or put the tag between backticks.' },
  { name: 'a heading', test: (line) => /^#{1,6} /.test(line), remedy: 'Keep to the five headings.' },
  {
    name: 'an image',
    test: (line) => /!\[/.test(line.replace(/`[^`]+`/g, '')),
    remedy: 'Describe it in words.',
  },
];

const markupProblems = (file: string, first: number, lines: readonly string[]): Problem[] =>
  lines.flatMap((line, index) =>
    UNWANTED.filter(({ test }) => test(line)).map(({ name, remedy }) => ({
      file,
      pointer: `line ${first + index + 1}`,
      found: `${name} in ${shown(line)}`,
      expected: 'paragraphs, lists, links and code between backticks',
      remedy,
    })),
  );
