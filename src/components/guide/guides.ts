import type { MDXInstance } from 'astro';
import { byText } from '../../catalogue/order.ts';

/** The front matter of a guide. */
export interface GuideFacts {
  title: string;
  description: string;
}

const modules = import.meta.glob<MDXInstance<GuideFacts>>('/content/guides/*.mdx', { eager: true });

/** The guides by id, which is the file name. */
export const GUIDES: readonly { id: string; guide: MDXInstance<GuideFacts> }[] = Object.entries(modules)
  .map(([path, guide]) => ({ id: path.replace(/^.*\/|\.mdx$/g, ''), guide }))
  .sort((a, b) => byText(a.id, b.id));

export const GUIDE_IDS: readonly string[] = GUIDES.map(({ id }) => id);
