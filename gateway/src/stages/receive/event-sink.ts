/** The way to one subscriber, whatever protocol it speaks. */
export interface EventSink {
  /** Sends an answer, which was recorded; by `id` the subscriber comes back to what follows it. */
  next(answer: string, id: string): void;
  /** Sends the one answer of what is no subscription, and ends the stream. */
  last(answer: string): void;
  /** Resolves when the subscriber has taken enough of what was sent; false when it has not in time. */
  room(): Promise<boolean>;
  /** Ends the stream, for nothing more is to come. */
  complete(): void;
  /** Ends the stream with an answer that says why. */
  fail(answer: string): void;
}
