import { button, h } from '../../client/dom.ts';
import { FOUND, foundList, labelled, searchBox, way } from './way.ts';

/** The attacks that can be replayed: id and title. */
export type Attacks = readonly (readonly [id: string, title: string])[];

/** Those with all the words that are written in their titles. */
const matching = (attacks: Attacks, text: string): Attacks => {
  const words = text.toLowerCase().split(/\s+/);
  return attacks.filter(([id, title]) =>
    words.every((word) => `${id} ${title.toLowerCase()}`.includes(word)),
  );
};

/** Finds attacks of this site by their titles. */
export function attackWay(attacks: Attacks, open: (id: string) => void): HTMLElement {
  const box = searchBox('injection, deletion, …');
  const found = foundList();
  const row = ([id, title]: Attacks[number]) =>
    h(
      'li',
      {},
      button(title, () => open(id), { class: 'plain' }),
    );
  const look = () => found.replaceChildren(...matching(attacks, box.value).slice(0, FOUND).map(row));
  box.addEventListener('input', look);
  look();
  return way('An attack', ...labelled('Replay one of this site', box), found);
}
