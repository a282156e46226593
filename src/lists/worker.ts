import { answerFromRecords, type Numbered } from '../search/records-worker.ts';
import { answerOf, type ListAnswer, type ListQuestion, listOf } from './list-rows.ts';

/** Filters and sorts the whole lists in a thread of its own; the records are those of the search. */

export type ListReply = Numbered<ListAnswer>;

const lists = new Map<ListQuestion['kind'], ReturnType<typeof listOf>>();

answerFromRecords((index, question: ListQuestion): ListAnswer => {
  const list = lists.get(question.kind) ?? listOf(index, question.kind);
  lists.set(question.kind, list);
  return answerOf(index, list, question);
});
