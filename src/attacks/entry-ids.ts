import { z } from 'zod';

/** An id, or null where there is something else; what that is, the schema of the entry tells. */
const Id = z.string().nullable().catch(null);
const Ids = z.array(Id).catch([]);
const Control = z.object({ control: Id }).catch({ control: null });

export const NO_IDS = {
  category: null,
  secondaryCategories: [],
  signals: [],
  related: [],
  mappings: {},
  policy: { controls: [] },
};

/**
 * The ids in an entry's front matter that must stand elsewhere, as far as they can be read: one fault of the front
 * matter does not hide those of its ids. Every `AttackFacts` is of this type. Fits any value.
 */
export const EntryIds = z
  .object({
    category: Id,
    secondaryCategories: Ids,
    signals: Ids,
    related: Ids,
    mappings: z.record(z.string(), z.object({ ids: Ids }).catch({ ids: [] })).catch({}),
    policy: z.object({ controls: z.array(Control).catch([]) }).catch({ controls: [] }),
  })
  .catch(NO_IDS);
export type EntryIds = z.output<typeof EntryIds>;
