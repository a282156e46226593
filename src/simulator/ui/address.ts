import { isLink } from '../take/link-form.ts';
import type { StartPanel } from './start-panel.ts';

/** What an address of the simulator can ask for. */
export interface Asked {
  /** Tells what a link holds, and opens it if somebody agrees. */
  link(fragment: string): Promise<void>;
  /** Shows the panel that opens things of this site. */
  panel(): StartPanel;
}

/** Opens what the address names: a link that holds a session is only told, a thing of this site is opened. */
export async function openAddress({ link, panel }: Asked): Promise<void> {
  if (isLink(location.hash)) {
    await link(location.hash);
    return;
  }
  const asked = new URLSearchParams(location.search);
  const [server, tool, attack] = ['server', 'tool', 'attack'].map((name) => asked.get(name));
  if (attack) await panel().openAttack(attack);
  else if (server) await panel().openServer(server);
  else if (tool) await panel().openServer(...(tool.split('/') as [string, string]));
}
