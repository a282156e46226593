import { button, define, h, send } from '../../client/dom.ts';
import { routes } from '../../routes.ts';
import type { ServiceClient } from '../client.ts';
import { EXAMPLE } from '../example.ts';
import { failed, type Offer, type Offers } from '../start/offer.ts';
import { type Attacks, attackWay } from './attack-way.ts';
import { offerList } from './offer-list.ts';
import { ownWay } from './own-way.ts';
import { SiteWay } from './site-way.ts';
import { STARTED, type Started } from './started.ts';
import { way } from './way.ts';

async function jsonAt(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is not there.`);
  return response.json();
}

const EXAMPLE_OFFER: Offer = { ...EXAMPLE, about: '' };

/** What becomes of what was found. */
interface Finding {
  /** It comes from this site: its policies were proven when the site was built. */
  trusted: boolean;
  /** The first of it is opened at once: where it is a `single` thing, or in `any` case. */
  atOnce?: 'single' | 'any';
}

/** `<start-panel>`: everything that a session can be started from. Sends `session-started`. */
export class StartPanel extends HTMLElement {
  service: ServiceClient | undefined;
  attacks: Attacks = [];
  #site = new SiteWay({
    open: (server, slug) => this.openServer(server, slug),
    tell: (fault) => this.#tell(fault),
  });
  #out = h('div', { class: 'offers', 'aria-live': 'polite' });

  connectedCallback(): void {
    if (this.childElementCount) return;
    const example = button('A payment server', () => this.#start(EXAMPLE_OFFER, false, true));
    const ways = [
      this.#site.element,
      attackWay(this.attacks, (id) => this.openAttack(id)),
      ownWay(
        (text) => this.#attempt(() => this.#asked({ do: 'paste', text }), { trusted: false }),
        (fault) => this.#tell(fault),
      ),
      way('The example', example),
    ];
    this.replaceChildren(h('div', { class: 'ways' }, ...ways), this.#out);
  }

  /** Opens a tool or server of this site by its address: `server/slug`, or the id of a server. */
  async openServer(server: string, slug?: string): Promise<void> {
    await this.#attempt(
      async () => {
        const value = (await jsonAt(routes.serverJson(server))) as {
          tools?: { name: string; url: string }[];
        };
        const path = slug === undefined ? undefined : routes.tool(server, slug);
        const tool =
          path && value.tools?.find(({ url }) => new URL(url, location.href).pathname === path)?.name;
        if (path && tool === undefined) throw new Error('There is no such tool.');
        return this.#asked({ do: 'server', value, ...(tool !== undefined && { tool }) });
      },
      { trusted: true, atOnce: 'single' },
    );
  }

  /** Offers the sequences of calls of an attack; `alone` without the other ways to start. */
  async openAttack(id: string, alone = false): Promise<void> {
    this.toggleAttribute('data-alone', alone);
    await this.#attempt(
      async () => this.#asked({ do: 'attack', value: await jsonAt(routes.attackJson(id)) }),
      {
        trusted: true,
      },
    );
  }

  /** Opens a recipe of the cookbook: its policy, with the calls of all its cases. */
  async openRecipe(id: string): Promise<void> {
    const text = async () => JSON.stringify(await jsonAt(routes.recipeJson(id)));
    await this.#attempt(async () => this.#asked({ do: 'paste', text: await text() }), {
      trusted: true,
      atOnce: 'any',
    });
  }

  #asked(request: Parameters<ServiceClient['ask']>[0]): Promise<Offers> {
    return (this.service as ServiceClient).ask(request) as Promise<Offers>;
  }

  async #attempt(find: () => Promise<Offers>, { trusted, atOnce }: Finding): Promise<void> {
    this.#out.replaceChildren(h('p', { class: 'small soft' }, 'Reading …'));
    try {
      const found = await find();
      const [first, ...others] = found.ok ? found.offers : [];
      if (first && (atOnce === 'any' || (atOnce && !others.length))) this.#start(first, false, trusted);
      else this.#show(found, trusted);
    } catch (error) {
      this.#tell(error instanceof Error ? error.message : String(error));
    }
  }

  #tell(...faults: string[]): void {
    this.#show(failed(...faults), false);
  }

  #show(found: Offers, trusted: boolean): void {
    const start = (offer: Offer, keep: boolean) => this.#start(offer, keep, trusted);
    const look = (name: string) => this.#site.look(name);
    const more = button('Start from something else', () => this.#all());
    const alone = this.hasAttribute('data-alone');
    this.#out.replaceChildren(...offerList(found, { start, look }), ...(alone ? [more] : []));
    if (found.ok) this.#out.querySelector('button')?.focus();
  }

  /** Shows all ways to start again. */
  #all(): void {
    this.removeAttribute('data-alone');
    this.#out.replaceChildren();
    this.querySelector('input')?.focus();
  }

  #start(offer: Offer, keep: boolean, trusted: boolean): void {
    this.removeAttribute('data-alone');
    this.#out.replaceChildren();
    send<Started>(this, STARTED, { offer, keep, trusted });
  }
}

define('start-panel', StartPanel);
