import { plain } from './text.ts';
import type { Question } from './tool-faq.ts';

export interface Crumb {
  text: string;
  href: string;
  /** Whether the text is a name from the catalogue, shown as code. */
  name?: boolean;
}

/** schema.org data of a page's path and questions, in one graph. `site` is the address of the site. */
export function jsonLd(site: string, crumbs: readonly Crumb[], faq: readonly Question[] = []): object {
  const path = {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ text, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: text,
      // The last one is the page itself and needs no address.
      item: index < crumbs.length - 1 ? site + href : undefined,
    })),
  };
  const questions = {
    '@type': 'FAQPage',
    mainEntity: faq.map(({ question, answer }) => ({
      '@type': 'Question',
      name: plain(question),
      acceptedAnswer: { '@type': 'Answer', text: plain(answer) },
    })),
  };
  return { '@context': 'https://schema.org', '@graph': faq.length ? [path, questions] : [path] };
}
