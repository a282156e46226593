import { pointerOf } from './pointer.ts';

/** Where rules stand in the document, in the two ways that a decision names it. */
export interface Place {
  /** The short form, with the name of the tool as it is. */
  readonly rule: string;
  /** An RFC 6901 JSON Pointer. */
  readonly pointer: string;
}

export const placeOfTool = (tool: string): Place => ({
  rule: `/tools/${tool}`,
  pointer: pointerOf(['tools', tool]),
});

export const ALL_TOOLS: Place = { rule: '/all_tools', pointer: '/all_tools' };
