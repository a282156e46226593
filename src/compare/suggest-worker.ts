import { answerFromRecords, type Numbered } from '../search/records-worker.ts';
import { type Suggestion, type SuggestQuestion, suggestionsOf } from './suggest.ts';

/** Finds what can be added to a comparison, in a thread of its own; the records are those of the search. */

export type SuggestReply = Numbered<{ found: Suggestion[] }>;

answerFromRecords((index, question: SuggestQuestion) => ({ found: suggestionsOf(index, question) }));
