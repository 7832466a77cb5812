import { EXTENSIONS } from '@chancery/gateway/respond/extensions-shape';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** One event as its subscriber gets it. */
export interface FollowedEvent {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: {
    readonly audit?: { readonly receipt?: string; readonly resume?: string };
    readonly banner?: { readonly text: string };
    readonly withheld?: readonly { readonly coordinate: string; readonly code: string }[];
  };
}

/** What a subscription is asked with. */
export interface FollowOptions {
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  readonly extensions?: Record<string, unknown>;
}

const WAITED_MS = 15_000;

/** A subscription as a test reads it: one event after the other, and how it ended. */
export class Followed {
  readonly #events: FollowedEvent[] = [];
  #stop: () => void = () => undefined;
  #waiting: (() => void) | null = null;
  #end: 'complete' | { readonly error: unknown } | null = null;

  /** Everything that came and was not taken. */
  get untaken(): readonly FollowedEvent[] {
    return this.#events;
  }

  /** Begins, by whatever client; `begin` returns how to stop it. */
  start(
    begin: (sink: { next(event: FollowedEvent): void; complete(): void; error(error: unknown): void }) => () => void,
  ): this {
    this.#stop = begin({
      next: (event) => {
        EXTENSIONS.parse(event.extensions ?? {});
        this.#events.push(event);
        this.#waiting?.();
      },
      complete: () => this.#over('complete'),
      error: (error) => this.#over({ error }),
    });
    return this;
  }

  /** The next event, once it is there. */
  async next(): Promise<FollowedEvent> {
    await this.#until(() => this.#events.length > 0, 'an event');
    const [event] = this.#events.splice(0, 1);
    if (event === undefined) throw new Error(`ended in the place of an event: ${JSON.stringify(this.#end)}`);
    return event;
  }

  /** How it ended, once it has. */
  async ended(): Promise<'complete' | { readonly error: unknown }> {
    await this.#until(() => this.#end !== null, 'the end');
    return this.#end ?? 'complete';
  }

  stop(): void {
    this.#stop();
  }

  #over(how: 'complete' | { readonly error: unknown }): void {
    this.#end ??= how;
    this.#waiting?.();
  }

  #until(isThere: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${what} has not come within ${WAITED_MS} ms`)), WAITED_MS);
      const look = (): void => {
        if (!isThere() && this.#end === null) return;
        clearTimeout(late);
        this.#waiting = null;
        resolve();
      };
      this.#waiting = look;
      look();
    });
  }
}

/** Subscribes over server-sent events, by the client of npm `graphql-sse`; resolves once the gateway has taken it. */
export async function followBySse(
  gatewayUrl: string,
  token: string,
  document: string,
  { variables = {}, headers = {}, extensions = {} }: FollowOptions = {},
): Promise<Followed> {
  const followed = new Followed();
  await new Promise<void>((resolve, reject) => {
    const client = createSseClient({
      url: `${gatewayUrl}/graphql`,
      headers: { authorization: `Bearer ${token}`, ...headers },
      retryAttempts: 0,
      on: { connected: () => resolve() },
    });
    followed.start((sink) =>
      client.subscribe<Record<string, unknown>, Record<string, unknown>>(
        { query: document, variables, extensions },
        {
          next: (event) => sink.next(event as FollowedEvent),
          complete: () => sink.complete(),
          error: (error) => {
            sink.error(error);
            reject(error);
          },
        },
      ),
    );
  });
  return followed;
}

/** Subscribes over a web socket, by the client of npm `graphql-ws`; resolves once the gateway has believed the token. */
export async function followByWs(
  gatewayUrl: string,
  token: string,
  document: string,
  { variables = {}, headers = {}, extensions = {} }: FollowOptions = {},
): Promise<Followed> {
  const followed = new Followed();
  await new Promise<void>((resolve, reject) => {
    const client = createWsClient({
      url: `${gatewayUrl.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}`, ...headers },
      retryAttempts: 0,
      on: { connected: () => resolve(), closed: (event) => reject(event) },
    });
    followed.start((sink) =>
      client.subscribe<Record<string, unknown>, Record<string, unknown>>(
        { query: document, variables, extensions },
        {
          next: (event) => sink.next(event as FollowedEvent),
          complete: () => sink.complete(),
          error: (error) => sink.error(error),
        },
      ),
    );
  });
  return followed;
}
