/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** The source of time; injected, so that a test can hold it still. */
export type Clock = () => Instant;

export const systemClock: Clock = () => Date.now();
