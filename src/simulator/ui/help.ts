import { h } from '../../client/dom.ts';

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['↑', '↓', 'Home', 'End'], 'move through the calls'],
  [['Enter'], 'open a call, and close it'],
  [['Alt', '↑'], 'make it earlier; with ↓ later'],
  [['R'], 'repeat it'],
  [['Delete'], 'delete it'],
  [['Ctrl', 'Z'], 'take back, outside of a text; with Shift do it again'],
  [['Ctrl', 'Space'], 'in the policy: what can be written here'],
  [['F8'], 'in the policy: the next fault or finding'],
  [['Esc', 'Tab'], 'in the policy: leave it'],
];

/** The keys of the simulator. */
export const HELP = (): HTMLElement =>
  h(
    'details',
    { class: 'keys' },
    h('summary', {}, 'Keyboard'),
    h(
      'dl',
      {},
      ...KEYS.flatMap(([keys, does]) => [
        h('dt', {}, ...keys.map((key) => h('kbd', {}, key))),
        h('dd', {}, does),
      ]),
    ),
  );
