import type { Attack } from '../model/attack.ts';
import { argsText } from './attack-args.ts';
import { textOf } from './attack-prose.ts';
import { term } from './attack-words.ts';
import type { Text } from './text.ts';

/** One step of an attack; with the call where the step is one. */
export interface StepView {
  text: Text;
  call: { tool: string; json: string; origin: string; note: string | undefined } | undefined;
}

/** What a page says of one step. */
export const stepView = ({ text, call }: Attack['flow'][number]): StepView => ({
  text: textOf(text),
  call: call && {
    tool: call.tool,
    json: argsText(call.args),
    origin: term('origins', call.origin).label,
    note: call.note,
  },
});
