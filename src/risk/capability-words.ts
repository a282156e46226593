import table from '../../content/taxonomy/capabilities.json' with { type: 'json' };
import type { Capabilities } from './taxonomy.ts';

/** What a page says of a capability signal. */
export interface CapabilityWords {
  id: string;
  /** Such as `Runs shell commands`. */
  label: string;
  description: string;
  /** Why no tool shows it, for a signal that depends on the server. */
  hidden: string | undefined;
}

const { capabilities } = table as Capabilities;

/** The words of every capability signal, in the order of the taxonomy. */
export const CAPABILITIES: readonly CapabilityWords[] = Object.entries(capabilities).map(
  ([id, { label, description, hidden }]) => ({ id, label, description, hidden }),
);

const byId = new Map(CAPABILITIES.map((words) => [words.id, words]));

/** The words of one signal of the taxonomy. */
export const capabilityWords = (id: string): CapabilityWords => byId.get(id) as CapabilityWords;
