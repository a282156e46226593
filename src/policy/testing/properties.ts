import type fc from 'fast-check';
import { changeFlips } from './change-properties.ts';
import { countersHold } from './counter-properties.ts';
import { asReference, denyMore, explainsItself, keyOrder, neverThrows } from './decision-properties.ts';
import { anyText, printed, refusedOrSound } from './document-properties.ts';

/** One thing that must be true of every input. */
export interface Property {
  name: string;
  /** How many inputs the unit tests try; the fuzz command tries as many as its time allows. */
  runs: number;
  property: fc.IRawProperty<unknown, false>;
}

export const PROPERTIES: readonly Property[] = [
  { name: 'the engine decides as the contract read line by line', runs: 1000, property: asReference },
  { name: 'denying more never widens access', runs: 500, property: denyMore },
  { name: 'the order of keys never changes a decision', runs: 300, property: keyOrder },
  { name: 'no argument value ever throws', runs: 1000, property: neverThrows },
  {
    name: 'explain decides as decide does, and its trace ends with what decided',
    runs: 300,
    property: explainsItself,
  },
  { name: 'the change that explain names flips the decision', runs: 500, property: changeFlips },
  { name: 'a printed document parses to itself', runs: 300, property: printed },
  {
    name: 'no interleaving of reserve, keep and roll back breaks a counter',
    runs: 500,
    property: countersHold,
  },
  { name: 'a value is refused with its faults, or decides', runs: 500, property: refusedOrSound },
  { name: 'a text is refused with its faults, or is a document', runs: 500, property: anyText },
];
