import { isLink } from '../take/link-form.ts';
import type { StartPanel } from './start-panel.ts';

/** What an address of the simulator can ask for. */
export interface Asked {
  /** Tells what a link holds, and opens it if somebody agrees. */
  link(fragment: string): Promise<void>;
  /** Shows the panel that opens things of this site. */
  panel(): Promise<StartPanel>;
}

/** What a query can name, and how it is opened. */
const THINGS: Record<string, (panel: StartPanel, id: string) => Promise<void>> = {
  attack: (panel, id) => panel.openAttack(id, true),
  recipe: (panel, id) => panel.openRecipe(id),
  server: (panel, id) => panel.openServer(id),
  tool: (panel, id) => panel.openServer(...(id.split('/') as [string, string])),
};

/** Opens what the address names: a link that holds a session is only told, a thing of this site is opened. */
export async function openAddress({ link, panel }: Asked): Promise<void> {
  if (isLink(location.hash)) {
    await link(location.hash);
    return;
  }
  const asked = new URLSearchParams(location.search);
  for (const [name, open] of Object.entries(THINGS)) {
    const id = asked.get(name);
    if (id) return open(await panel(), id);
  }
}
