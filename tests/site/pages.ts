import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Parser } from 'htmlparser2';

/** What the checks need to know of one built page. */
export interface BuiltPage {
  /** Its path on the site: `/tools/github/create_issue/`. */
  path: string;
  title: string;
  /** The ids of its elements. */
  ids: ReadonlySet<string>;
  /** The targets of its links, as written. */
  links: readonly string[];
  /** The texts of its `<script type="application/ld+json">`. */
  jsonLd: readonly string[];
  /** The texts of its code blocks. */
  code: readonly string[];
  /** The addresses of its other scripts. */
  scripts: readonly string[];
  /** The texts of its inline scripts. */
  inline: readonly string[];
  stylesheets: readonly string[];
  /** Bytes of HTML. */
  bytes: number;
}

/** Every file of a built site, relative to it, with `/` between folders. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** The same sets of ids come back on thousands of pages; each is kept once. */
const sets = new Map<string, ReadonlySet<string>>();
function shared(ids: readonly string[]): ReadonlySet<string> {
  const key = ids.join(' ');
  const set = sets.get(key) ?? new Set(ids);
  sets.set(key, set);
  return set;
}

const pathOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** Reads one built page. */
export function readPage(folder: string, file: string): BuiltPage {
  const full = join(folder, file);
  const page = {
    path: pathOf(file),
    title: '',
    links: [] as string[],
    jsonLd: [] as string[],
    code: [] as string[],
    scripts: [] as string[],
    inline: [] as string[],
    stylesheets: [] as string[],
  };
  const ids: string[] = [];
  let into: ((text: string) => void) | undefined;
  let depth = 0;
  const collect = (list: string[]) => {
    const index = list.push('') - 1;
    return (text: string) => {
      list[index] += text;
    };
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (into) depth += 1;
      if (attributes.id) ids.push(attributes.id);
      if (name === 'a' && attributes.href !== undefined) page.links.push(attributes.href);
      if (name === 'link' && attributes.rel === 'stylesheet') page.stylesheets.push(attributes.href ?? '');
      if (name === 'title' && !into && !page.title) {
        into = (text) => {
          page.title += text;
        };
      }
      if (name === 'pre') into = collect(page.code);
      if (name === 'script' && attributes.type === 'application/ld+json') into = collect(page.jsonLd);
      else if (name === 'script' && attributes.src) page.scripts.push(attributes.src);
      else if (name === 'script') into = collect(page.inline);
    },
    ontext(text) {
      into?.(text);
    },
    onclosetag() {
      if (into && depth === 0) into = undefined;
      else if (into) depth -= 1;
    },
  });
  parser.end(readFileSync(full, 'utf8'));
  return { ...page, ids: shared(ids), bytes: statSync(full).size };
}
