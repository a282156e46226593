import { button, h } from '../../client/dom.ts';
import type { Item, ServerItem, ToolItem } from '../../search/item.ts';
import type { Reply } from '../../search/session.ts';
import { visible } from '../../views/text.ts';
import { FOUND, foundList, labelled, searchBox, way } from './way.ts';

/** Attacks have a box of their own. */
const CHOSEN = { level: [], category: [], topic: [], severity: [], kind: ['tool', 'server'] };

const isOpened = (item: Item): item is ServerItem | ToolItem => item.kind !== 'attack';

/** What is done with what is found, and what is told where nothing can be. */
export interface SiteActs {
  /** Opens a server, or one tool of it by its slug. */
  open(server: string, slug?: string): void;
  tell(fault: string): void;
}

/** Finds tools and servers of this site by name; the index comes to the browser, the words stay in it. */
export class SiteWay {
  readonly #acts: SiteActs;
  readonly #box = searchBox('create_issue, github, …');
  readonly #found = foundList();
  readonly element = way('A tool or server', ...labelled('Of this site, by name', this.#box), this.#found);
  #ask: ((text: string) => void) | undefined;

  constructor(acts: SiteActs) {
    this.#acts = acts;
    this.#box.addEventListener('input', () => this.#look());
  }

  /** Looks for a name, as if somebody typed it. */
  look(name: string): void {
    this.#box.value = name;
    this.#box.focus();
    this.#look();
  }

  async #look(): Promise<void> {
    if (!this.#ask) {
      const { SearchClient } = await import('../../search/client.ts');
      const client = new SearchClient((reply) => this.#show(reply));
      this.#ask = (text) => client.ask({ text, chosen: CHOSEN, limit: FOUND });
    }
    this.#ask(this.#box.value);
  }

  #show(reply: Reply): void {
    if ('failed' in reply) this.#acts.tell('The search could not be loaded.');
    else if ('answer' in reply)
      this.#found.replaceChildren(...reply.answer.items.filter(isOpened).map((item) => this.#item(item)));
  }

  #item(item: ServerItem | ToolItem): HTMLElement {
    const [, , server = '', slug = ''] = item.href.split('/');
    const tool = item.kind === 'tool';
    const text = tool ? visible(item.name) : `${visible(item.name)} (${item.tools} tools)`;
    const open = button(text, () => this.#acts.open(server, tool ? slug : undefined), { class: 'plain' });
    return h('li', {}, open, tool && h('span', { class: 'small soft' }, ` of ${visible(item.server)}`));
  }
}
