import type { MDXInstance } from 'astro';
import { byText } from '../../model/by-text.ts';

/** The front matter of a guide. */
export interface GuideFacts {
  title: string;
  description: string;
  /** The heading under which the list of guides shows it. */
  group?: string;
  /** Its place in the list, counted over all groups. */
  order?: number;
}

const modules = import.meta.glob<MDXInstance<GuideFacts>>('/content/guides/*.mdx', { eager: true });

/** The guide of a writer who did not say where it belongs comes last, among the others. */
const placeOf = ({ frontmatter: { order = Number.MAX_SAFE_INTEGER } }: MDXInstance<GuideFacts>) => order;
const groupOf = ({ frontmatter: { group = 'More' } }: MDXInstance<GuideFacts>) => group;

/** The guides with their ids, which are the file names, in the order of the list. */
export const GUIDES: readonly { id: string; guide: MDXInstance<GuideFacts> }[] = Object.entries(modules)
  .map(([path, guide]) => ({ id: path.replace(/^.*\/|\.mdx$/g, ''), guide }))
  .sort((a, b) => placeOf(a.guide) - placeOf(b.guide) || byText(a.id, b.id));

export const GUIDE_IDS: readonly string[] = GUIDES.map(({ id }) => id);

/** The guides by their groups, each group where its first guide stands. */
export const GUIDE_GROUPS = [...Map.groupBy(GUIDES, ({ guide }) => groupOf(guide))].map(
  ([title, guides]) => ({ title, guides }),
);
