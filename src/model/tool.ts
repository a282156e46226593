import { z } from 'zod';
import { CategoryId } from './category.ts';

/**
 * The author's claims about a tool (MCP `ToolAnnotations`). They are hints by the specification and never
 * proof: a client must not trust them from an unknown server.
 */
export const Annotations = z.strictObject({
  /** The author says that the tool does not change its environment. */
  readOnlyHint: z.boolean().optional(),
  /** The author says that the tool may delete or overwrite. */
  destructiveHint: z.boolean().optional(),
  /** The author says that calling twice with the same arguments has no further effect. */
  idempotentHint: z.boolean().optional(),
  /** The author says that the tool reaches systems outside its own. */
  openWorldHint: z.boolean().optional(),
});
export type Annotations = z.output<typeof Annotations>;

/**
 * The input schema of a tool, cut down to facts: names, types, formats, enums and which are required.
 * Kept as JSON Schema; `src/model/input-schema.ts` says which keywords are kept.
 */
export const InputSchema = z.record(z.string(), z.json());
export type InputSchema = z.output<typeof InputSchema>;

/** One tool of a server, as the catalogue keeps it. */
export const Tool = z.strictObject({
  /** The exact MCP name: the name that a call uses and that a policy must list. */
  name: z.string().min(1).max(256),
  /** The author's display name. */
  title: z.string().min(1).max(200).optional(),
  /** One sentence of ours that says what a normal call does. Absent where nobody could tell. */
  summary: z.string().min(1).max(300).optional(),
  /** The author's own text. Present only in local catalogues; untrusted, shown as a quotation. */
  description: z.string().optional(),
  /** The input schema, or absent where the source has none. */
  inputSchema: InputSchema.optional(),
  annotations: Annotations.optional(),
  /** A reviewer's reading of what a normal call does. `unclassified` means that nobody could tell. */
  reviewed: CategoryId.optional(),
});
export type Tool = z.output<typeof Tool>;
