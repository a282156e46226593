import { button, define, h } from '../../client/dom.ts';
import type { ServiceClient } from '../client.ts';
import { LINK_MAX } from '../take/link-form.ts';
import { number } from '../words.ts';
import type { Workspace } from '../workspace.ts';

interface Thing {
  name: string;
  file: string;
  type: string;
  text(): Promise<string | undefined>;
}

/** `<take-panel>`: the policy, the session and the link, to copy and to download. */
export class TakePanel extends HTMLElement {
  service: ServiceClient | undefined;
  /** Gives the workspace as it stands. */
  workspace: (() => Workspace) | undefined;
  #said = h('p', { class: 'small', role: 'status' });
  #link = h('input', { type: 'text', readonly: true, 'aria-label': 'The link', hidden: true });

  connectedCallback(): void {
    if (this.childElementCount) return;
    const things: Thing[] = [
      {
        name: 'The policy',
        file: 'policy.json',
        type: 'application/json',
        text: async () => this.workspace?.().policy,
      },
      {
        name: 'The calls, one a line',
        file: 'session.jsonl',
        type: 'application/jsonl',
        text: async () => this.service?.ask({ do: 'jsonl' }),
      },
      {
        name: 'All of it as a policy test file',
        file: 'policy.test.json',
        type: 'application/json',
        text: async () => this.service?.ask({ do: 'tests' }),
      },
    ];
    this.replaceChildren(
      h('ul', { role: 'list', class: 'things' }, ...things.map((thing) => this.#row(thing))),
      h(
        'div',
        { class: 'things' },
        h(
          'div',
          { class: 'row' },
          h('span', { class: 'thing' }, 'A link that holds all of it'),
          button('Make a link', () => this.#makeLink()),
        ),
        this.#link,
        h(
          'p',
          { class: 'small soft' },
          'The link carries the session in itself, behind the #, which browsers send to nobody. Whoever has the link can read it: no secrets.',
        ),
      ),
      this.#said,
    );
  }

  #row(thing: Thing): HTMLElement {
    const about = thing.name.toLowerCase();
    return h(
      'li',
      { class: 'row' },
      h('span', { class: 'thing' }, thing.name),
      button('Copy', () => this.#copy(thing), { 'aria-label': `Copy ${about}` }),
      button('Download', () => this.#download(thing), { 'aria-label': `Download ${about}` }),
    );
  }

  async #copy({ name, text }: Thing): Promise<void> {
    const given = await text();
    if (given === undefined) return this.#say('There is no run yet: the policy has faults.');
    await this.#toClipboard(given, `${name}: copied.`);
  }

  async #toClipboard(text: string, done: string): Promise<void> {
    await navigator.clipboard.writeText(text).then(
      () => this.#say(done),
      () => this.#say('The browser did not allow copying.'),
    );
  }

  async #download({ file, type, text }: Thing): Promise<void> {
    const given = await text();
    if (given === undefined) return this.#say('There is no run yet: the policy has faults.');
    const href = URL.createObjectURL(new Blob([given], { type }));
    const link = h('a', { href, download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href));
    this.#say(`${file} is saved by your browser.`);
  }

  async #makeLink(): Promise<void> {
    const [{ fragmentOf }, { secretsIn }, { saveText }] = await Promise.all([
      import('../take/link.ts'),
      import('../take/secrets.ts'),
      import('../take/save.ts'),
    ]);
    const workspace = (this.workspace as () => Workspace)();
    const secrets = secretsIn(saveText(workspace));
    const made = await fragmentOf(workspace);
    this.#link.hidden = 'tooLong' in made;
    if ('tooLong' in made) {
      this.#say(
        `The link would have ${number(made.tooLong)} characters; many programs cut links after ${number(LINK_MAX)}. Download the policy test file instead: it opens here as well.`,
      );
      return;
    }
    this.#link.value = location.origin + location.pathname + made.fragment;
    this.#link.select();
    const about = `It has ${number(this.#link.value.length)} characters.`;
    if (secrets.length)
      this.#say(
        `This session seems to hold ${secrets.join(', ')}: whoever has the link has that too. ${about}`,
      );
    else await this.#toClipboard(this.#link.value, `The link is copied. ${about}`);
  }

  #say(text: string): void {
    this.#said.textContent = text;
  }
}

define('take-panel', TakePanel);
