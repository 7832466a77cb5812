import { randomBytes } from 'node:crypto';
import { ConfigurationError } from '../errors.js';
import { NOTHING_REVOKED, type Revocations } from './revocations.js';
import type { TrustAgreement } from './trust-agreement.js';

/** The issuers that are believed, and the key that their subjects are made pseudonyms with. */
export interface TrustStore {
  /** Null for an issuer without an agreement, or switched off. Throws AGREEMENTS_UNKNOWN where that cannot be known now. */
  byIssuer(issuer: string): TrustAgreement | null;
  /** Every agreement whose issuer is believed. */
  agreements(): readonly TrustAgreement[];
  /** Whether any agreement lists the origin: all that is told to whoever has no token yet. */
  listsOrigin(origin: string): boolean;
  /** Looks for a key where its issuer publishes them; tells whether there is something new to verify by. */
  lookForKey(issuer: string, keyId: string | null): Promise<boolean>;
  /** Whether nobody of an issuer is believed, whatever its agreement says. */
  isSwitchedOff(issuer: string): boolean;
  /** Whether the token of that id has been switched off before its end. */
  isRevoked(jti: string): boolean;
  /** How long ago agreements of the register were last known to be current; of a store of files alone there is nothing to hear. */
  lagMs?(): number;
  /** Hears what was said while this process stood still. */
  settle?(): Promise<void>;
  /** Key of the HMAC that turns (issuer, sub) into a pseudonym: the ledger must not hold the identifier itself. */
  readonly pseudonymKey: Uint8Array;
}

export interface TrustStoreOptions {
  /** At least 32 bytes; without it a random one, so that pseudonyms cannot be linked from one start to the next. */
  readonly pseudonymKey?: Uint8Array;
  readonly revoked?: Revocations;
}

const PSEUDONYM_KEY_BYTES_MIN = 32;

/** Makes a store of agreements; two for one issuer are refused, for then the order would decide. */
export function createTrustStore(agreements: Iterable<TrustAgreement>, options: TrustStoreOptions = {}): TrustStore {
  const { pseudonymKey = randomBytes(PSEUDONYM_KEY_BYTES_MIN), revoked = NOTHING_REVOKED } = options;
  if (pseudonymKey.byteLength < PSEUDONYM_KEY_BYTES_MIN) {
    throw new ConfigurationError(`pseudonym key is shorter than ${PSEUDONYM_KEY_BYTES_MIN} bytes`);
  }
  const byIssuer = new Map<string, TrustAgreement>();
  for (const agreement of agreements) {
    const { issuer } = agreement;
    if (byIssuer.has(issuer)) throw new ConfigurationError(`two trust agreements for issuer \`${issuer}\``);
    byIssuer.set(issuer, agreement);
  }
  return {
    byIssuer: (issuer) => (revoked.issuers.has(issuer) ? null : (byIssuer.get(issuer) ?? null)),
    agreements: () => [...byIssuer.values()].filter(({ issuer }) => !revoked.issuers.has(issuer)),
    listsOrigin: (origin) =>
      [...byIssuer.values()].some(({ issuer, origins }) => origins.has(origin) && !revoked.issuers.has(issuer)),
    lookForKey: () => Promise.resolve(false),
    isSwitchedOff: (issuer) => revoked.issuers.has(issuer),
    isRevoked: (jti) => revoked.tokens.has(jti),
    pseudonymKey,
  };
}
