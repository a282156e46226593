import { routes } from '../../routes.ts';
import type { Item, ServerItem, ToolItem } from '../../search/item.ts';
import type { Reply } from '../../search/session.ts';
import { visible } from '../../views/text.ts';
import type { ServiceClient } from '../client.ts';
import { EXAMPLE } from '../example.ts';
import { failed, type Offer, type Offers } from '../start/offer.ts';
import { BOUNDS } from '../workspace.ts';
import { button, define, h, send } from './dom.ts';
import { offerList } from './offer-list.ts';

/** Something was chosen to start from. `keep`: with the policy that is there. `trusted`: it comes from this site. */
export const STARTED = 'session-started';
export interface Started {
  offer: Offer;
  keep: boolean;
  trusted: boolean;
}

/** Results of the search that are shown. */
const FOUND = 8;

/** Attacks have a box of their own. */
const CHOSEN = { level: [], category: [], topic: [], severity: [], kind: ['tool', 'server'] };

const isOpened = (item: Item): item is ServerItem | ToolItem => item.kind !== 'attack';

async function jsonAt(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is not there.`);
  return response.json();
}

let made = 0;

/** A control with its label above it. */
function labelled(text: string, control: HTMLElement): HTMLElement[] {
  made += 1;
  control.id = `start-${made}`;
  return [h('label', { for: control.id }, text), control];
}

/** `<start-panel>`: everything that a session can be started from. Sends `session-started`. */
export class StartPanel extends HTMLElement {
  service: ServiceClient | undefined;
  /** The attacks that can be replayed: id and title. */
  attacks: readonly (readonly [id: string, title: string])[] = [];
  #ask: ((text: string) => void) | undefined;
  #found = h('ul', { role: 'list', class: 'found' });
  #out = h('div', { class: 'offers', 'aria-live': 'polite' });
  #search = h('input', {
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 200,
    placeholder: 'create_issue, github, …',
  });
  #attack = h('input', { type: 'search', autocomplete: 'off', placeholder: 'injection, deletion, …' });
  #attacksFound = h('ul', { role: 'list', class: 'found' });
  #text = h('textarea', { rows: 6, spellcheck: 'false' });
  #file = h('input', { type: 'file', accept: '.json,.jsonl,.txt,application/json' });

  connectedCallback(): void {
    if (this.childElementCount) return;
    this.#search.addEventListener('input', () => this.#look());
    this.#attack.addEventListener('input', () => this.#lookForAttack());
    this.#file.addEventListener('change', () => this.#openFile());
    this.#lookForAttack();
    this.replaceChildren(
      h(
        'div',
        { class: 'ways' },
        h(
          'section',
          {},
          h('h2', {}, 'A tool or server'),
          ...labelled('Of this site, by name', this.#search),
          this.#found,
        ),
        h(
          'section',
          {},
          h('h2', {}, 'An attack'),
          ...labelled('Replay one of this site', this.#attack),
          this.#attacksFound,
          h('h2', {}, 'The example'),
          button('A payment server', () =>
            this.#start(
              {
                title: EXAMPLE.title,
                about: '',
                policy: EXAMPLE.policy,
                tools: EXAMPLE.tools,
                entries: EXAMPLE.entries,
              },
              false,
              true,
            ),
          ),
        ),
        h(
          'section',
          {},
          h('h2', {}, 'Your own'),
          ...labelled(
            'Paste tools/list, a client configuration, a log of calls, a policy or a policy test file',
            this.#text,
          ),
          h(
            'div',
            { class: 'row' },
            button('Read it', () => this.#read(this.#text.value)),
            ...labelled('or a file', this.#file),
          ),
          h('p', { class: 'small soft' }, 'It is read in your browser and goes nowhere.'),
        ),
      ),
      this.#out,
    );
  }

  /** Opens a tool or server of this site by its address: `server/slug`, or the id of a server. */
  async openServer(server: string, slug?: string): Promise<void> {
    await this.#attempt(async () => {
      const value = (await jsonAt(routes.serverJson(server))) as { tools?: { name: string; url: string }[] };
      const path = slug === undefined ? undefined : routes.tool(server, slug);
      const tool =
        path && value.tools?.find(({ url }) => new URL(url, location.href).pathname === path)?.name;
      if (path && tool === undefined) throw new Error('There is no such tool.');
      return this.#asked({ do: 'server', value, ...(tool !== undefined && { tool }) });
    }, true);
  }

  /** Lists the attacks with all the words that are written in their titles. */
  #lookForAttack(): void {
    const words = this.#attack.value.toLowerCase().split(/\s+/);
    const found = this.attacks.filter(([id, title]) =>
      words.every((word) => `${id} ${title.toLowerCase()}`.includes(word)),
    );
    const rows = found.slice(0, FOUND).map(([id, title]) =>
      h(
        'li',
        {},
        button(title, () => this.openAttack(id), { class: 'plain' }),
      ),
    );
    this.#attacksFound.replaceChildren(...rows);
  }

  async openAttack(id: string): Promise<void> {
    await this.#attempt(
      async () => this.#asked({ do: 'attack', value: await jsonAt(routes.attackJson(id)) }),
      true,
      true,
    );
  }

  #asked(request: Parameters<ServiceClient['ask']>[0]): Promise<Offers> {
    return (this.service as ServiceClient).ask(request) as Promise<Offers>;
  }

  /** Looks in the names of all tools and servers; the index comes to the browser, the words stay in it. */
  async #look(): Promise<void> {
    const text = this.#search.value;
    if (!this.#ask) {
      const { SearchClient } = await import('../../search/client.ts');
      const client = new SearchClient((reply) => this.#showFound(reply));
      this.#ask = (asked) => client.ask({ text: asked, chosen: CHOSEN, limit: FOUND });
    }
    this.#ask(text === this.#search.value ? text : this.#search.value);
  }

  #showFound(reply: Reply): void {
    if ('failed' in reply) this.#tell('The search could not be loaded.');
    else if ('answer' in reply)
      this.#found.replaceChildren(...reply.answer.items.filter(isOpened).map((item) => this.#item(item)));
  }

  #item(item: ServerItem | ToolItem): HTMLElement {
    const [, , server = '', slug = ''] = item.href.split('/');
    const tool = item.kind === 'tool';
    const text = tool ? visible(item.name) : `${visible(item.name)} (${item.tools} tools)`;
    const open = button(text, () => this.openServer(server, tool ? slug : undefined), { class: 'plain' });
    return h('li', {}, open, tool && h('span', { class: 'small soft' }, ` of ${visible(item.server)}`));
  }

  async #openFile(): Promise<void> {
    const [file] = this.#file.files ?? [];
    if (!file) return;
    if (file.size > BOUNDS.paste)
      this.#tell(
        `This file has ${Math.ceil(file.size / 2 ** 20)} MB; at most ${BOUNDS.paste / 2 ** 20} MB are read.`,
      );
    else await this.#read(await file.text());
  }

  #read(text: string): Promise<void> {
    return this.#attempt(() => this.#asked({ do: 'paste', text }), false);
  }

  async #attempt(find: () => Promise<Offers>, trusted: boolean, ask = false): Promise<void> {
    this.#out.replaceChildren(h('p', { class: 'small soft' }, 'Reading …'));
    try {
      const found = await find();
      const [only] = found.ok && found.offers.length === 1 ? found.offers : [];
      if (only && trusted && !ask) this.#start(only, false, trusted);
      else this.#show(found, trusted);
    } catch (error) {
      this.#tell(error instanceof Error ? error.message : String(error));
    }
  }

  #tell(...faults: string[]): void {
    this.#show(failed(...faults), false);
  }

  #show(found: Offers, trusted: boolean): void {
    const look = (name: string) => {
      this.#search.value = name;
      this.#search.focus();
      this.#look();
    };
    const start = (offer: Offer, keep: boolean) => this.#start(offer, keep, trusted);
    this.#out.replaceChildren(...offerList(found, { start, look }));
    if (found.ok) this.#out.querySelector('button')?.focus();
  }

  #start(offer: Offer, keep: boolean, trusted: boolean): void {
    this.#out.replaceChildren();
    send<Started>(this, STARTED, { offer, keep, trusted });
  }
}

define('start-panel', StartPanel);
