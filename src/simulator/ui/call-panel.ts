import { button, h, hear } from '../../client/dom.ts';
import type { Action } from '../actions.ts';
import { verdictAt } from '../verdict.ts';
import { number, plural } from '../words.ts';
import type { KnownTool } from '../workspace.ts';
import { CALL_MADE, CallForm, type CallMade } from './call-form.ts';
import type { Row } from './call-row.ts';
import { verdictMark } from './outcome.ts';

/** Groups of one line that are listed. */
const GROUPS = 12;

/** What an open line shows besides its explanation, and what can be done there. */
export interface Panel extends Row {
  /** The call among those of the line that is explained. */
  number: number;
  editing: boolean;
  /** Whether it is the last line of the session. */
  last: boolean;
  tools: readonly KnownTool[];
  act(action: Action): void;
  edit(): void;
  move(by: 1 | -1): void;
  choose(number: number): void;
}

const isHeld = ({ run, groups }: Row): boolean =>
  groups.some(({ from }) => {
    const verdict = run && verdictAt(run, from);
    return verdict?.outcome === 'ask' || verdict?.person !== undefined;
  });

/** Grants or refuses; pressed once more, nobody has said anything. */
function person({ entry, one, act }: Panel, approval: 'granted' | 'refused', text: string): HTMLElement {
  const pressed = one.approval === approval;
  const click = () => act({ do: 'approve', index: entry, approval: pressed ? undefined : approval });
  return button(text, click, { 'aria-pressed': String(pressed) });
}

function toolsOf(panel: Panel): HTMLElement {
  const { entry, editing, last, act, edit, move } = panel;
  return h(
    'div',
    { class: 'row', role: 'group', 'aria-label': 'This call' },
    ...(isHeld(panel) ? [person(panel, 'granted', 'Grant'), person(panel, 'refused', 'Refuse')] : []),
    button('Edit', edit, { 'aria-expanded': String(editing) }),
    button('Repeat', () => act({ do: 'repeat', index: entry })),
    button('Earlier', () => move(-1), { disabled: entry === 0 }),
    button('Later', () => move(1), { disabled: last }),
    button('Delete', () => act({ do: 'remove', index: entry })),
  );
}

function formOf({ entry, one, tools, edit, act }: Panel): HTMLElement {
  const form = new CallForm();
  form.edit(one, tools);
  hear<CallMade>(form, CALL_MADE, (change) => {
    edit();
    act({ do: 'edit', index: entry, change });
  });
  // The page listens for calls that are made; this one is only changed.
  form.addEventListener(CALL_MADE, (event) => event.stopPropagation());
  return form;
}

/** The calls of a line that came out alike, to choose which one is explained. */
function groupList({ entry, groups, run, number: chosen, choose }: Panel): HTMLElement {
  const start = run?.first[entry] ?? 0;
  const rows = groups.slice(0, GROUPS).map(({ from, to }) => {
    const [first, end] = [from - start, to - start];
    const which = end - first === 1 ? `Call ${number(end)}` : `Calls ${number(first + 1)} to ${number(end)}`;
    const pressed = String(chosen >= first && chosen < end);
    const choice = button(which, () => choose(first), { class: 'plain', 'aria-pressed': pressed });
    return h('li', {}, choice, ' ', run && verdictMark(verdictAt(run, from)));
  });
  const more = groups.length - rows.length;
  return h(
    'ol',
    { class: 'groups', role: 'list' },
    ...rows,
    more > 0 && h('li', {}, `and ${plural(more, 'change')} more`),
  );
}

/** The parts of an open line, above its explanation. */
export const panelParts = (panel: Panel): HTMLElement[] => [
  toolsOf(panel),
  ...(panel.editing ? [formOf(panel)] : []),
  ...(panel.one.times > 1 ? [groupList(panel)] : []),
];
