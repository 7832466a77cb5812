import type { Clock } from './clock.js';

/** A line of the operator's log: no field value, no token, no name of a person. */
export interface LogLine {
  /** What kind of thing happened, in words that are looked for. */
  readonly event: string;
  readonly [detail: string]: unknown;
}

/** Where a process says what its operator should know. What a command prints while it works is no log. */
export type Log = (line: LogLine) => void;

/** A log of one JSON object a line, each with its time. */
export const createLog =
  (write: (text: string) => void, clock: Clock): Log =>
  (line) =>
    write(`${JSON.stringify({ time: new Date(clock()).toISOString(), ...line })}\n`);
