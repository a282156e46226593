import type { ServiceClient } from '../client.ts';
import type { Workspace } from '../workspace.ts';
import type { Attacks } from './attack-way.ts';
import { Drawer } from './drawers.ts';
import type { StartPanel } from './start-panel.ts';

/** The drawer with everything that a session can be started from. */
export const startDrawer = (service: ServiceClient, attacks: () => Attacks): Drawer<StartPanel> =>
  new Drawer(async () => {
    const { StartPanel } = await import('./start-panel.ts');
    return Object.assign(new StartPanel(), { service, attacks: attacks() });
  });

/** The drawer with everything that can be taken away. */
export const takeDrawer = (service: ServiceClient, workspace: () => Workspace): Drawer =>
  new Drawer(async () => {
    const { TakePanel } = await import('./take-panel.ts');
    return Object.assign(new TakePanel(), { service, workspace });
  });
