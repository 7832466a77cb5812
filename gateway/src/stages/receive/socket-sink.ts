import type { EventSink } from './event-sink.js';

/** What an operation over a socket sends with. */
export interface SocketSending {
  send(text: string): void;
  room(): Promise<boolean>;
  /** The operation of that id has ended. */
  over(id: string): void;
}

/** One operation over a socket, in the words of `graphql-transport-ws`. */
export class SocketSink implements EventSink {
  readonly #id: string;
  readonly #head: string;
  readonly #sending: SocketSending;

  constructor(id: string, sending: SocketSending) {
    this.#id = id;
    this.#head = `{"id":${JSON.stringify(id)}`;
    this.#sending = sending;
  }

  /** The token to come back with is in the answer itself. */
  next(answer: string): void {
    this.#sending.send(`${this.#head},"type":"next","payload":${answer}}`);
  }

  last(answer: string): void {
    this.next(answer);
    this.complete();
  }

  room(): Promise<boolean> {
    return this.#sending.room();
  }

  complete(): void {
    this.#sending.send(`${this.#head},"type":"complete"}`);
    this.#sending.over(this.#id);
  }

  fail(answer: string): void {
    const { errors } = JSON.parse(answer) as { readonly errors: unknown };
    this.#sending.send(`${this.#head},"type":"error","payload":${JSON.stringify(errors)}}`);
    this.#sending.over(this.#id);
  }
}
