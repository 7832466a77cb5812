import type { Mark, MarkSystem } from './mark.js';
import { orderOwners, ownerPlaceOf } from './tables/recipients.js';

const SYSTEM_PLACES: Readonly<Record<MarkSystem, number>> = {
  JOINT: 0,
  US: 1,
  FOREIGN: 1,
  CONCEALED: 1,
  OWN: 1,
  CUI: 2,
  CODE: 3,
  TLP: 4,
};

/** Sorts where several marks stand together: joint owners, owners by their codes, then what no owner has. */
export function markPlace({ system, owners, controls }: Mark): string {
  const code = system === 'CODE' ? [...controls] : [];
  return [SYSTEM_PLACES[system], ...orderOwners(owners).map(ownerPlaceOf), ...code].join(' ');
}
