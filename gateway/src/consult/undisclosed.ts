import type { ConsultedItem } from '../stages/execute/consulted.js';

/** A row that is looked at is told of; its values are looked at for the gateway's own purposes. */
export const undisclosed = (item: ConsultedItem): ConsultedItem =>
  item.coordinate !== 'EXISTENCE' && item.letter === 'A' ? { ...item, letter: 'I' } : item;
