import type { Catalogue } from '../catalogue/catalogue.ts';
import { CATEGORIES, LEVELS, topicLabel } from '../catalogue/taxonomy.ts';
import { byText } from '../model/by-text.ts';
import type { LevelId } from '../model/category.ts';

/** To what a list is narrowed by its own address. */
export interface Scope {
  level?: string;
  category?: string;
  topic?: string;
}

/** A choice of the form: a filter, or the order. */
export interface Select {
  name: string;
  label: string;
  /** What stands for no choice. */
  first: string;
  options: readonly { id: string; label: string }[];
}

/** The form that filters and sorts a list. */
export interface Filters {
  kind: 'tool' | 'server';
  scope: Scope;
  selects: Select[];
  /** The risk levels, each with its word, for the marks of the rows. */
  marks: { level: LevelId; text: string }[];
}

const ORDERS = {
  tool: [
    { id: 'risk', label: 'Riskiest first' },
    { id: 'server', label: 'Server' },
  ],
  server: [
    { id: 'risk', label: 'Riskiest tool first' },
    { id: 'tools', label: 'Most tools first' },
  ],
};

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

function topicOptions({ servers }: Catalogue): Select['options'] {
  const ids = new Set([...servers.values()].flatMap(({ server }) => server.topic ?? []));
  return [...ids]
    .map((id) => ({ id, label: topicLabel(id) }))
    .sort((a, b) => byText(a.label.toLowerCase(), b.label.toLowerCase()));
}

const levelOptions = LEVELS.map(({ id, word }) => ({ id, label: capital(word) }));
const categoryOptions = (level: string | undefined) =>
  CATEGORIES.filter((category) => !level || category.level === level).map(({ id, label }) => ({ id, label }));

/** The filters of a list; those that its address has decided are left out, and those with one choice. */
export function listFilters(kind: Filters['kind'], scope: Scope, catalogue: Catalogue): Filters {
  const isTool = kind === 'tool';
  const any = 'Any';
  const selects: Select[] = [
    {
      name: 'level',
      label: isTool ? 'Risk' : 'Worst risk',
      first: any,
      options: scope.level || scope.category ? [] : levelOptions,
    },
    {
      name: 'category',
      label: 'Category',
      first: any,
      options: isTool && !scope.category ? categoryOptions(scope.level) : [],
    },
    { name: 'topic', label: 'Topic', first: any, options: scope.topic ? [] : topicOptions(catalogue) },
    { name: 'sort', label: 'Order', first: 'Name', options: ORDERS[kind] },
  ];
  return {
    kind,
    scope,
    selects: selects.filter(({ options }) => options.length > 1),
    marks: LEVELS.map(({ id, word }) => ({ level: id as LevelId, text: word })),
  };
}
