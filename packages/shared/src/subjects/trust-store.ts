import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../errors.js';
import { parseTrustAgreement, type TrustAgreement } from './trust-agreement.js';

/** The issuers that are believed, and the key that their subjects are made pseudonyms with. */
export interface TrustStore {
  byIssuer(issuer: string): TrustAgreement | null;
  /** Key of the HMAC that turns (issuer, sub) into a pseudonym: the ledger must not hold the identifier itself. */
  readonly pseudonymKey: Uint8Array;
}

export interface TrustStoreOptions {
  /** At least 32 bytes; without it a random one, so that pseudonyms cannot be linked from one start to the next. */
  readonly pseudonymKey?: Uint8Array;
}

const PSEUDONYM_KEY_BYTES_MIN = 32;

/** Makes a store of agreements; two for one issuer are refused, for then the order would decide. */
export function createTrustStore(agreements: Iterable<TrustAgreement>, options: TrustStoreOptions = {}): TrustStore {
  const pseudonymKey = options.pseudonymKey ?? randomBytes(PSEUDONYM_KEY_BYTES_MIN);
  if (pseudonymKey.byteLength < PSEUDONYM_KEY_BYTES_MIN) {
    throw new ConfigurationError(`pseudonym key is shorter than ${PSEUDONYM_KEY_BYTES_MIN} bytes`);
  }
  const byIssuer = new Map<string, TrustAgreement>();
  for (const agreement of agreements) {
    const { id, issuer, keys } = agreement;
    if (byIssuer.has(issuer)) throw new ConfigurationError(`two trust agreements for issuer \`${issuer}\``);
    if (keys === null) {
      throw new ConfigurationError(`trust agreement \`${id}\`: \`jwksUri\` is not fetched; give \`jwks\``);
    }
    byIssuer.set(issuer, agreement);
  }
  return { byIssuer: (issuer) => byIssuer.get(issuer) ?? null, pseudonymKey };
}

/** Loads every agreement of a folder (`*.json`); one that does not parse stops the start. */
export function loadTrustStore(folder: string, options: TrustStoreOptions = {}): TrustStore {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return createTrustStore(
    files.sort().map((name) => readTrustAgreement(join(folder, name))),
    options,
  );
}

/** Reads one agreement; the error names the file and the path in it. */
export function readTrustAgreement(file: string): TrustAgreement {
  try {
    return parseTrustAgreement(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`\`${file}\`: ${reason}`, { cause: error });
  }
}
