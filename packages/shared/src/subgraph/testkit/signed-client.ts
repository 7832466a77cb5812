import type { Sha256 } from '../../brands.js';
import type { Clock } from '../../clock.js';
import type { Snapshot } from '../../snapshot/snapshot.js';
import { type CallToSign, prepareContext, type RequestContext, signContext } from '../../subjects/signed-context.js';
import type { Profile } from '../../subjects/subject.js';
import type { SeenRecord } from '../reading/seen-record.js';

/** The gateway's half of the contract with one subgraph. */
export interface SignedClientOptions {
  readonly url: string;
  readonly audience: string;
  readonly key: Uint8Array;
  readonly policy: Sha256;
  /** Digest of the subgraph's schema. */
  readonly schema: Sha256;
  readonly snapshot: () => Snapshot;
  readonly clock: Clock;
}

/** What a test may sign otherwise than the gateway would. */
export type SignedParts = Omit<RequestContext, 'profile' | 'trace'> & Omit<CallToSign, 'body'>;

/** The gateway's default. */
const WAITED_MS = 10_000;

/** What a subgraph answered. */
export interface SubgraphAnswer {
  readonly status: number;
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly {
    message: string;
    path?: unknown;
    extensions: { code: string; argument?: string; rules?: string[] };
  }[];
  readonly extensions: {
    readonly handlings?: Readonly<Record<string, string>>;
    readonly withheld?: Readonly<Record<string, readonly number[]>>;
    readonly stale?: boolean;
  };
}

/** Calls a subgraph as the gateway does. */
export class SignedClient {
  readonly #options: SignedClientOptions;
  #calls = 0;

  constructor(options: SignedClientOptions) {
    this.#options = options;
  }

  /** Sends one operation on behalf of a profile. */
  query(profile: Profile, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<SubgraphAnswer> {
    const body = JSON.stringify({ query, variables });
    return this.send(body, this.sign(profile, body));
  }

  /** The same for the event of a record. */
  forEvent(
    profile: Profile,
    query: string,
    variables: Readonly<Record<string, unknown>>,
    event: string,
  ): Promise<SubgraphAnswer> {
    const body = JSON.stringify({ query, variables, extensions: { event } });
    return this.send(body, this.sign(profile, body));
  }

  /** Sends one command on behalf of a profile, which sees such records of other services. */
  mutate(
    profile: Profile,
    query: string,
    variables: Readonly<Record<string, unknown>>,
    seen: readonly SeenRecord[] = [],
  ): Promise<SubgraphAnswer> {
    const body = JSON.stringify({ query, variables, ...(seen.length === 0 ? {} : { extensions: { seen } }) });
    return this.send(body, this.sign(profile, body, { action: 'write' }));
  }

  /** The header for a body, as the gateway signs it or with something changed. */
  sign(profile: Profile, body: string, changes: Partial<SignedParts> = {}): string {
    const { audience, key, policy, schema, snapshot, clock } = this.#options;
    this.#calls += 1;
    const now = clock();
    const usual = {
      audience,
      key,
      policy,
      schema,
      now,
      at: now,
      deadline: now + WAITED_MS,
      jti: `call-${this.#calls}`,
    };
    const parts: SignedParts = { ...usual, snapshot: snapshot(), action: 'read', ...changes };
    const prepared = prepareContext({ profile, trace: '4bf92f35', ...parts });
    return signContext(prepared, { body: Buffer.from(body), ...parts });
  }

  /** Sends any body with any header. */
  async send(body: string, context?: string): Promise<SubgraphAnswer> {
    const headers = {
      'content-type': 'application/json',
      ...(context === undefined ? {} : { 'chancery-context': context }),
    };
    const response = await fetch(this.#options.url, { method: 'POST', body, headers });
    const text = await response.text();
    const answer = JSON.parse(text) as Partial<SubgraphAnswer>;
    return {
      status: response.status,
      text,
      data: answer.data,
      errors: answer.errors ?? [],
      extensions: answer.extensions ?? {},
    };
  }
}
