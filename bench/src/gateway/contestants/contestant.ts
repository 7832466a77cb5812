import type { Served } from '../processes.js';

/** A gateway that is measured, as the bench sees it. */
export interface Contestant {
  readonly name: string;
  readonly served: Served;
  readonly headers: Readonly<Record<string, string>>;
  /** True when its answers may lack values, and then say so; every other one gives the whole answer. */
  readonly withholds: boolean;
  /** Processes besides its own that work for it: the database of its ledger. */
  readonly helperPid: number | null;
}

/** How a contestant is started; null where it cannot be on this machine, with the reason on standard error. */
export interface Entrant {
  readonly name: string;
  start(): Promise<Contestant | null>;
}

/** Ports of the peers that must be told theirs: below those that Linux lends to connections (32768 to 60999). */
let nextPort = 24_300;
export const freePort = (): number => {
  nextPort += 1;
  return nextPort;
};
