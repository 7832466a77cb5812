import type { Clock } from '../clock.js';
import { InternalError } from '../errors.js';
import type { Log } from '../log.js';
import { FetchedKeys } from '../subjects/fetched-keys.js';
import type { ReadDocument } from '../subjects/published-keys.js';
import type { TrustAgreement } from '../subjects/trust-agreement.js';
import type { TrustStore } from '../subjects/trust-store.js';
import { AgreementFollower } from './agreement-follower.js';
import { REGISTER_PARTY, type ToldAgreement } from './agreement-wire.js';
import { AgreementsInForce } from './agreements-in-force.js';

/** Where the register is followed, and what stands beside it. */
export interface TrustRegisterOptions {
  readonly url: string;
  readonly key: Uint8Array;
  /** Agreements that come by file, and who is switched off there. */
  readonly files: TrustStore;
  readonly clock: Clock;
  readonly log: Log;
  /** How the keys are read that issuers publish. */
  readonly read?: ReadDocument;
}

/**
 * Whom the gateway believes: issuers by file, and those that the register of compliance has let in. Of an issuer that both name the
 * register alone says what it may claim, also where it has switched it off or its time is over: a file that was left lying widens nothing. Whom
 * the files switch off is off. What cannot be known for five seconds is refused.
 */
export class TrustRegister implements TrustStore, AsyncDisposable {
  readonly #options: TrustRegisterOptions;
  readonly #keys: FetchedKeys;
  #follower: AgreementFollower | null = null;
  #held = new AgreementsInForce();
  /** By issuer, the agreement whose keys are fetched. */
  #followed: ReadonlyMap<string, TrustAgreement> = new Map();

  private constructor(options: TrustRegisterOptions) {
    this.#options = options;
    this.#keys = new FetchedKeys(options);
  }

  /** Waits until it knows what the register holds: before that nobody is believed. */
  static async open(options: TrustRegisterOptions): Promise<TrustRegister> {
    const register = new TrustRegister(options);
    const heard = (told: readonly ToldAgreement[]): void => register.#take(told);
    register.#follower = await AgreementFollower.open({ ...options, heard });
    return register;
  }

  get pseudonymKey(): Uint8Array {
    return this.#options.files.pseudonymKey;
  }

  byIssuer(issuer: string): TrustAgreement | null {
    const { files } = this.#options;
    const filed = files.byIssuer(issuer);
    if (files.isSwitchedOff(issuer)) return null;
    if (filed !== null && (filed.represents === REGISTER_PARTY || !this.#held.names(issuer))) return filed;
    this.#requireKnown();
    return this.#ofRegister(issuer);
  }

  agreements(): readonly TrustAgreement[] {
    const { files } = this.#options;
    const filed = files.agreements().filter(({ issuer, represents }) => this.#isByFile(issuer, represents));
    if (this.#follower?.isKnown() !== true) return filed;
    const taken = new Set(filed.map(({ issuer }) => issuer));
    const held = [...this.#held.issuers()].filter((issuer) => !taken.has(issuer) && !files.isSwitchedOff(issuer));
    return [...filed, ...held.flatMap((issuer) => this.#ofRegister(issuer) ?? [])];
  }

  listsOrigin(origin: string): boolean {
    return this.agreements().some(({ origins }) => origins.has(origin));
  }

  lookForKey(issuer: string, keyId: string | null): Promise<boolean> {
    const { files } = this.#options;
    const filed = files.byIssuer(issuer);
    if (filed !== null && this.#isByFile(issuer, filed.represents)) return files.lookForKey(issuer, keyId);
    return this.byIssuer(issuer) === null ? Promise.resolve(false) : this.#keys.lookFor(issuer, keyId);
  }

  isSwitchedOff(issuer: string): boolean {
    return this.#options.files.isSwitchedOff(issuer);
  }

  isRevoked(jti: string): boolean {
    return this.#options.files.isRevoked(jti);
  }

  lagMs(): number {
    return this.#follower?.lagMs() ?? Number.POSITIVE_INFINITY;
  }

  async settle(): Promise<void> {
    await this.#follower?.settle();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#follower?.[Symbol.asyncDispose]();
    await this.#keys[Symbol.asyncDispose]();
  }

  #isByFile(issuer: string, represents: string): boolean {
    return represents === REGISTER_PARTY || !this.#held.names(issuer);
  }

  /** Throws AGREEMENTS_UNKNOWN: whoever was let in may have been switched off since, and whoever is unknown let in. */
  #requireKnown(): void {
    if (this.#follower?.isKnown() === true) return;
    throw new InternalError('AGREEMENTS_UNKNOWN', 'the register of agreements was not heard of for five seconds');
  }

  #ofRegister(issuer: string): TrustAgreement | null {
    const agreement = this.#held.of(issuer, this.#options.clock());
    if (agreement === null || agreement.keys !== null) return agreement;
    // Another agreement of the same issuer may have begun since: keys are those of this one's place.
    if (this.#followed.get(issuer) !== agreement) this.#followKeys();
    return this.#keys.filled(agreement);
  }

  #followKeys(): void {
    const now = this.#options.clock();
    const current = [...this.#held.issuers()].flatMap((issuer) => this.#held.of(issuer, now) ?? []);
    this.#followed = new Map(current.map((agreement) => [agreement.issuer, agreement]));
    this.#keys.follow(current);
  }

  #take(told: readonly ToldAgreement[]): void {
    const { files, log } = this.#options;
    this.#held = new AgreementsInForce(told, this.#held, log);
    this.#followKeys();
    log({ event: 'trust', message: `the register holds ${told.length} agreements` });
    for (const issuer of this.#held.issuers()) {
      if (files.byIssuer(issuer) === null) continue;
      log({ event: 'trust', message: `${issuer} is named by a file and by the register: the register counts` });
    }
  }
}
