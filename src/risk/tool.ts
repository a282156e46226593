/** What the classifier reads of a tool. Everything but the name may be missing; nothing of it is trusted. */
export interface ClassifiableTool {
  readonly name: string;
  readonly title?: string | undefined;
  /** The author's own text. */
  readonly description?: string | undefined;
  /** Our own sentence. */
  readonly summary?: string | undefined;
  readonly inputSchema?: unknown;
  readonly annotations?: unknown;
  /** The id of its server, whose words say nothing about one tool. */
  readonly server?: string | undefined;
}

/** The length of an author's text that is read; more than 99 of 100 are shorter. */
export const TEXT_READ = 1500;

/** The name and text of a tool as one string, to tell what its parameters are about. */
export const aboutTool = (tool: ClassifiableTool): string =>
  [tool.name.replaceAll(/[_-]/g, ' '), tool.title, tool.summary, tool.description?.slice(0, TEXT_READ)]
    .filter(Boolean)
    .join('. ');
