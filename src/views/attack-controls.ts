import { CONTROLS } from '../attacks/taxonomy.ts';
import type { Attack } from '../model/attack.ts';
import { textOf } from './attack-prose.ts';
import { controlLabel, term } from './attack-words.ts';
import type { Text } from './text.ts';

/** One thing that helps against an attack, and whether the policy format can say it. */
export interface ControlView {
  label: string;
  layer: string;
  format: string;
  formatWord: string;
  rule: Text;
}

/** What helps against an attack, in the order of its entry. */
export const controlsOf = ({ policy }: Attack): ControlView[] =>
  policy.controls.map(({ control, layer, rule }) => {
    const format = CONTROLS.get(control)?.format ?? 'no';
    return {
      label: controlLabel(control),
      layer: term('layers', layer).label,
      format,
      formatWord: term('formats', format).label,
      rule: textOf(rule),
    };
  });
