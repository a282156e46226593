import { shown } from './shown.ts';

/** One fault of a document, told so that a person can mend it. */
export interface PolicyError {
  /** Where: an RFC 6901 JSON Pointer; empty for the whole document. */
  pointer: string;
  found: string;
  expected: string;
  /** For a misspelt key or value: the right word that is nearest. */
  nearest?: string;
  /** What to write instead, as JSON. */
  correction?: string;
  /** All of it in one sentence or two. */
  message: string;
}

/** Where and what a fault is; `policyError` adds the sentence. */
export type Fault = Omit<PolicyError, 'message'>;

export function policyError(fault: Fault): PolicyError {
  const { pointer, found, expected, nearest, correction } = fault;
  const sentences = [
    `At ${pointer === '' ? 'the top of the document' : pointer}: found ${found}, expected ${expected}.`,
    nearest === undefined ? '' : ` Did you mean ${shown(nearest)}?`,
    correction === undefined ? '' : ` Write ${correction}.`,
  ];
  return { ...fault, message: sentences.join('') };
}
