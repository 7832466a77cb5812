import type { KeyObject } from 'node:crypto';
import type { Clock, Instant } from '../clock.js';
import type { Log } from '../log.js';
import { type ReadDocument, readOverHttps, readPublishedKeys } from './published-keys.js';
import type { TrustAgreement } from './trust-agreement.js';

/** When keys are fetched, and how long they serve. */
export const FETCHED_KEYS = {
  /** A key that its issuer withdrew serves no longer than this while its issuer can be reached. */
  everyMs: 60_000,
  /** For a key that is not held they are fetched at once, but not oftener: tokens with made-up names of keys cost nothing more. */
  askedAgainMs: 2_000,
  /** Keys of an issuer that cannot be reached serve for so long, and not after. */
  serveMs: 86_400_000,
} as const;

export interface FetchedKeysOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly read?: ReadDocument;
}

interface Held {
  /** The agreement with these keys: the same object until one of the two changes. */
  readonly filled: TrustAgreement;
  readonly keys: ReadonlyMap<string, KeyObject>;
  readonly at: Instant;
}

interface Followed {
  readonly agreement: TrustAgreement;
  held: Held | null;
  asked: { readonly at: Instant; readonly done: Promise<void> } | null;
  isFailing: boolean;
}

/** Keys of the issuers that publish theirs, by issuer. */
export class FetchedKeys implements AsyncDisposable {
  readonly #options: Required<FetchedKeysOptions>;
  readonly #timer: NodeJS.Timeout;
  #followed: ReadonlyMap<string, Followed> = new Map();

  constructor(options: FetchedKeysOptions) {
    this.#options = { read: readOverHttps, ...options };
    this.#timer = setInterval(() => void this.fetchAll(), FETCHED_KEYS.everyMs).unref();
  }

  /** From now on, these agreements and no others. Keys that are held serve on where they are still taken from the same place. */
  follow(agreements: Iterable<TrustAgreement>): void {
    const published = [...agreements].filter(({ keys }) => keys === null);
    this.#followed = new Map(
      published.map((agreement) => [agreement.issuer, followedOn(this.#followed.get(agreement.issuer), agreement)]),
    );
    for (const followed of this.#followed.values()) if (followed.asked === null) void this.#fetch(followed);
  }

  /** An agreement with the keys of its issuer; with none as long as there are none that serve. */
  filled(agreement: TrustAgreement): TrustAgreement {
    if (agreement.keys !== null) return agreement;
    const held = this.#followed.get(agreement.issuer)?.held ?? null;
    return held !== null && this.#options.clock() - held.at < FETCHED_KEYS.serveMs ? held.filled : agreement;
  }

  /** Looks for a key that is not held where its issuer publishes them; tells whether there is something new to verify by. */
  async lookFor(issuer: string, keyId: string | null): Promise<boolean> {
    const followed = this.#followed.get(issuer);
    if (followed === undefined || this.#serves(followed, keyId)) return false;
    const { asked } = followed;
    const isDue = asked === null || this.#options.clock() - asked.at >= FETCHED_KEYS.askedAgainMs;
    await (isDue ? this.#fetch(followed) : asked.done);
    return this.#serves(followed, keyId);
  }

  /** Fetches all of them; a failure is logged, not thrown. */
  async fetchAll(): Promise<void> {
    await Promise.all([...this.#followed.values()].map((followed) => this.#fetch(followed)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all([...this.#followed.values()].map(({ asked }) => asked?.done));
  }

  #serves({ agreement }: Followed, keyId: string | null): boolean {
    const { keys } = this.filled(agreement);
    return keys !== null && (keyId === null || keys.has(keyId));
  }

  #fetch(followed: Followed): Promise<void> {
    const done = this.#read(followed);
    followed.asked = { at: this.#options.clock(), done };
    return done;
  }

  async #read(followed: Followed): Promise<void> {
    const { clock, log, read } = this.#options;
    const { issuer } = followed.agreement;
    try {
      const { keys, faults } = await readPublishedKeys(followed.agreement, read);
      if (keys.size === 0) throw new Error(`none serves: ${faults.map(({ message }) => message).join('; ')}`);
      const isNew = followed.isFailing || !sameKeys(followed.held?.keys, keys);
      followed.held = heldOf(followed, keys, clock());
      followed.isFailing = false;
      if (isNew) log({ event: 'trust', message: `${issuer} signs with ${[...keys.keys()].join(', ')}` });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!followed.isFailing) log({ event: 'trust', message: `the keys of ${issuer} cannot be fetched: ${message}` });
      followed.isFailing = true;
    }
  }
}

/** Where the keys come from, and which of them serve, is the same: then those that are held serve the new agreement too. */
function followedOn(known: Followed | undefined, agreement: TrustAgreement): Followed {
  if (known?.agreement === agreement) return known;
  const isSame =
    known !== undefined &&
    known.agreement.jwksUri === agreement.jwksUri &&
    known.agreement.algorithms.join() === agreement.algorithms.join();
  if (!isSame || known.held === null) return { agreement, held: null, asked: null, isFailing: false };
  const { keys, at } = known.held;
  return { ...known, agreement, held: { keys, at, filled: { ...agreement, keys } } };
}

function heldOf({ agreement, held }: Followed, keys: ReadonlyMap<string, KeyObject>, at: Instant): Held {
  if (held !== null && sameKeys(held.keys, keys)) return { ...held, at };
  return { keys, at, filled: { ...agreement, keys } };
}

function sameKeys(held: ReadonlyMap<string, KeyObject> | undefined, read: ReadonlyMap<string, KeyObject>): boolean {
  return held?.size === read.size && [...read].every(([kid, key]) => held.get(kid)?.equals(key));
}
