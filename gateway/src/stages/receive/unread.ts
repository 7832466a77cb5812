import type { ServerResponse } from 'node:http';
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

/** A response as far as its client has not taken it. */
export function owingOf(response: ServerResponse): OwingConnection {
  return {
    bytesOwed: () => (response.closed ? 0 : response.writableLength),
    whenTaken: (listener) => {
      const forget = (): void => void response.off('drain', taken).off('close', taken);
      // By whichever comes first: the other must not stay, or it adds up with each wait.
      const taken = (): void => {
        forget();
        listener();
      };
      response.once('drain', taken).once('close', taken);
      return forget;
    },
  };
}
