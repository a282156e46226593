import type { Catalogue } from '../catalogue/catalogue.ts';
import { CATEGORIES, LEVELS, topicLabel } from '../catalogue/taxonomy.ts';
import type { Verdict } from '../model/attack.ts';
import { byText } from '../model/by-text.ts';
import type { LevelId } from '../model/category.ts';
import { SEVERITIES, term, VERDICTS } from '../views/attack-words.ts';
import { lowerFirst } from '../views/words.ts';
import type { Facet } from './prepare.ts';

/** One value of a facet, as a checkbox shows it. */
export interface Choice {
  id: string;
  label: string;
  level?: LevelId;
}

export interface Group {
  facet: Facet;
  legend: string;
  choices: Choice[];
}

/** The risk levels, each with its word, for the marks of the results. */
export const levelMarks = (): { level: LevelId; text: string }[] =>
  LEVELS.map(({ id, word }) => ({ level: id, text: word }));

/** The severities of attacks and the verdicts on them, each with its words. */
export const severityMarks = (): { level: LevelId; text: string }[] =>
  SEVERITIES.map((id) => ({ level: id, text: lowerFirst(term('severities', id).label) }));
export const verdictMarks = (): { verdict: Verdict; text: string }[] =>
  VERDICTS.map((id) => ({ verdict: id, text: term('verdicts', id).label }));

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** The facets of the search page, each with the values that its catalogue has. */
export function facetGroups({ servers }: Catalogue): Group[] {
  const topics = new Set([...servers.values()].flatMap(({ server }) => server.topic ?? []));
  const topicChoices = [...topics].map((id) => ({ id, label: topicLabel(id) }));
  return [
    {
      facet: 'kind',
      legend: 'Show',
      choices: [
        { id: 'tool', label: 'Tools' },
        { id: 'server', label: 'Servers' },
        { id: 'attack', label: 'Attacks' },
      ],
    },
    {
      facet: 'level',
      legend: 'Risk of the tool',
      choices: LEVELS.map(({ id, word }) => ({ id, label: capital(word), level: id })),
    },
    {
      facet: 'category',
      legend: 'Category of the tool',
      choices: CATEGORIES.map(({ id, label }) => ({ id, label })),
    },
    {
      facet: 'topic',
      legend: 'Topic of the server',
      choices: topicChoices.sort((a, b) => byText(a.label.toLowerCase(), b.label.toLowerCase())),
    },
    {
      facet: 'severity',
      legend: 'Severity of the attack',
      choices: severityMarks().map(({ level, text }) => ({ id: level, label: capital(text), level })),
    },
  ];
}
