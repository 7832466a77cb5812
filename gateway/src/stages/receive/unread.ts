import { SUBSCRIPTIONS } from '../limit/subscription-limits.js';

/** A connection as far as it owes its client something. */
export interface OwingConnection {
  readonly bytesOwed: () => number;
  /** Calls once when what was owed has been taken, or when there is nobody left to take it; gives how to call it off. */
  whenTaken(listener: () => void): () => void;
}

/** How much a client may leave unread, and how long. */
export type UnreadLimits = { readonly [K in 'unsentBytesMax' | 'unreadMaxMs']: number };

/** Resolves when a client owes itself little enough to be sent more; false when it did not take it in time. */
export function roomOf(
  { bytesOwed, whenTaken }: OwingConnection,
  { unsentBytesMax, unreadMaxMs }: UnreadLimits = SUBSCRIPTIONS,
): Promise<boolean> {
  if (bytesOwed() <= unsentBytesMax) return Promise.resolve(true);
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      forget();
      resolve(bytesOwed() <= unsentBytesMax);
    }, unreadMaxMs);
    const forget = whenTaken(() => {
      clearTimeout(late);
      resolve(true);
    });
  });
}
