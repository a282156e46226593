import { z } from 'zod';
import { Tool } from './tool.ts';

/** A server's id, which is also its file name and its place in the URL. */
export const SERVER_ID = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;
/** Long enough for every id seen (the longest has 90 characters), short enough for any file system. */
export const SERVER_ID_MAX = 120;
export const ServerId = z
  .string()
  .max(SERVER_ID_MAX)
  .regex(SERVER_ID, 'lower-case letters and digits, joined by dots, hyphens or underscores');

export const Package = z.strictObject({
  /** Where the server is published. */
  registry: z.enum(['npm', 'pypi', 'oci', 'remote', 'unknown']),
  /** Its name there. */
  name: z.string().min(1).max(300),
});

/** What is known of a server, whether or not its tools are. */
export const ServerFacts = z.strictObject({
  /** The name in the registry that listed it. */
  name: z.string().min(1).max(300),
  /** The display name. */
  title: z.string().min(1).max(200),
  package: Package,
  /** The source repository, if known. */
  repository: z.url({ protocol: /^https?$/ }).optional(),
  /** The category the source gave it. The sources use several vocabularies; `topic` is ours. */
  category: z.string().min(1).max(100).optional(),
  /** The data sources that list this server, as `owner/repository`; each stands in `content/sources.json`. */
  sources: z.array(z.string()).min(1),
});
export type ServerFacts = z.output<typeof ServerFacts>;

/** One server with its tools: `content/servers/<id>.json`. The id is the file name. */
export const Server = z.strictObject({
  $schema: z.string().optional(),
  ...ServerFacts.shape,
  /** One of the topics of `content/taxonomy/topics.json`. */
  topic: z.string().optional(),
  /** One sentence of ours that says what the server is for. */
  summary: z.string().min(1).max(300).optional(),
  /** The author's own text. Present only in local catalogues; untrusted, shown as a quotation. */
  description: z.string().optional(),
  /** The data source that the tool list was taken from. */
  toolsFrom: z.string().optional(),
  tools: z.array(Tool).min(1),
});
export type Server = z.output<typeof Server>;

/** Servers whose tool list is not known yet: `content/unscanned.json`, keyed by id. */
export const Unscanned = z.strictObject({
  $schema: z.string().optional(),
  servers: z.record(ServerId, ServerFacts),
});
export type Unscanned = z.output<typeof Unscanned>;
