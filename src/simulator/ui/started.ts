import type { Offer } from '../start/offer.ts';

/** Something was chosen to start from. `keep`: with the policy that is there. `trusted`: it comes from this site. */
export const STARTED = 'session-started';
export interface Started {
  offer: Offer;
  keep: boolean;
  trusted: boolean;
}
