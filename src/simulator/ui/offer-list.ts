import { button, h } from '../../client/dom.ts';
import { visible } from '../../views/text.ts';
import type { Offer, Offers } from '../start/offer.ts';

/** What can be done with what was found. */
export interface OfferActs {
  /** `keep`: with the policy that is there. */
  start(offer: Offer, keep: boolean): void;
  /** Looks for a name on this site. */
  look(name: string): void;
}

/** Offers and names that are listed; more would hide the rest of the page. */
const LISTED = 50;

/** Buttons that look for names on this site; the names stay in the browser. */
const lookups = (names: readonly string[], look: (name: string) => void): HTMLElement[] =>
  names.length
    ? [
        h(
          'div',
          { class: 'row' },
          ...names.slice(0, LISTED).map((name) => button(`Look for ${visible(name)}`, () => look(name))),
        ),
      ]
    : [];

function offerRow(offer: Offer, start: OfferActs['start']): HTMLElement {
  const { title, label = title, about, policy, entries = [] } = offer;
  const mine = 'Replay against my policy';
  const first = button(policy === undefined ? mine : 'Open', () => start(offer, false), { class: 'primary' });
  const second = policy !== undefined && entries.length > 0 && button(mine, () => start(offer, true));
  return h(
    'li',
    {},
    h('div', {}, h('b', {}, visible(label)), h('p', { class: 'small' }, visible(about))),
    h('div', { class: 'row' }, first, second),
  );
}

/** What a text holds, to choose from; or what is wrong with it. */
export function offerList(found: Offers, { start, look }: OfferActs): HTMLElement[] {
  const names = lookups(found.lookups, look);
  if (!found.ok) {
    const told = found.faults.map((fault) => h('p', {}, visible(fault)));
    return [h('div', { class: 'fault', role: 'alert' }, ...told), ...names];
  }
  const rows = found.offers.slice(0, LISTED).map((offer) => offerRow(offer, start));
  const notes = found.notes.map((note) => h('p', { class: 'small' }, visible(note)));
  const heading = found.heading === undefined ? [] : [h('h2', {}, visible(found.heading))];
  return [...heading, h('ul', { role: 'list' }, ...rows), ...notes, ...names];
}
