import { type Problem, shown } from '../model/problem.ts';
import { slugsOf } from '../model/slug.ts';
import type { Content } from './read.ts';

/** What one file cannot know of itself: references between files, and names that clash. */
export function crossProblems(content: Content, topics: ReadonlySet<string>): Problem[] {
  return [
    ...[...content.servers].flatMap(([id, server]) => [
      ...topicProblems(`servers/${id}.json`, server.topic, topics),
      ...sourceProblems(
        `servers/${id}.json`,
        '',
        [...server.sources, server.toolsFrom ?? []].flat(),
        content,
      ),
      ...nameProblems(
        `servers/${id}.json`,
        server.tools.map(({ name }) => name),
      ),
    ]),
    ...Object.entries(content.unscanned).flatMap(([id, server]) => [
      ...sourceProblems('unscanned.json', `/servers/${id}`, server.sources, content),
      ...bothProblems(id, content),
    ]),
    ...correctionProblems(content),
  ];
}

function topicProblems(file: string, topic: string | undefined, topics: ReadonlySet<string>): Problem[] {
  if (topic === undefined || topics.has(topic)) return [];
  const expected = 'a topic of taxonomy/topics.json';
  return [
    {
      file,
      pointer: '/topic',
      found: shown(topic),
      expected,
      remedy: 'Use a listed topic, or add it there.',
    },
  ];
}

function sourceProblems(file: string, base: string, sources: readonly string[], content: Content): Problem[] {
  // A private catalogue need not tell where it came from; one that does must tell it of every source.
  if (Object.keys(content.sources.sources).length === 0) return [];
  return sources
    .filter((source) => !Object.hasOwn(content.sources.sources, source))
    .map((source) => ({
      file,
      pointer: `${base}/sources`,
      found: shown(source),
      expected: 'a source of sources.json',
      remedy: 'Add the source with its licence and commit to sources.json.',
    }));
}

function nameProblems(file: string, names: readonly string[]): Problem[] {
  const slugs = slugsOf(names);
  return names.flatMap((name, index) => {
    const first = names.indexOf(name);
    const clash = slugs.indexOf(slugs[index] as string);
    const pointer = `/tools/${index}/name`;
    if (first < index) {
      const remedy = 'Keep the definition that the server really serves.';
      return [{ file, pointer, found: `${shown(name)} again`, expected: 'each tool once', remedy }];
    }
    if (clash === index) return [];
    const found = `${shown(name)}, whose URL is that of ${shown(names[clash])}`;
    return [
      { file, pointer, found, expected: 'a URL of its own', remedy: 'Report this clash of fingerprints.' },
    ];
  });
}

function bothProblems(id: string, content: Content): Problem[] {
  if (!content.servers.has(id)) return [];
  const found = `${shown(id)}, which has a file in servers/`;
  const remedy = 'Remove it from unscanned.json.';
  return [
    { file: 'unscanned.json', pointer: `/servers/${id}`, found, expected: 'a server without tools', remedy },
  ];
}

function correctionProblems({ corrections, servers }: Content): Problem[] {
  const seen = new Set<string>();
  return corrections.flatMap(({ server, tool }, index) => {
    const key = `${server}\n${tool}`;
    const known = servers.get(server)?.tools.some(({ name }) => name === tool);
    const again = seen.has(key);
    seen.add(key);
    if (known && !again) return [];
    const found = `${shown(tool)} of ${shown(server)}${again ? ' again' : ''}`;
    const expected = again ? 'one correction a tool' : 'a tool of the catalogue';
    return [
      {
        file: 'corrections.json',
        pointer: `/corrections/${index}`,
        found,
        expected,
        remedy: 'Correct or remove the line.',
      },
    ];
  });
}
