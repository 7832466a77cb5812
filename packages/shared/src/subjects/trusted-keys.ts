import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Fault } from './fault.js';
import type { TokenAlgorithm } from './token-algorithms.js';

const RSA_BITS_MIN = 2048;
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

export interface TrustedKeys {
  readonly keys: ReadonlyMap<string, KeyObject>;
  /** What is wrong with those that are not among them. */
  readonly faults: readonly Fault[];
}

type Jwk = Readonly<Record<string, unknown>>;

/** Reads the public keys of an agreement (RFC 7517) by `kid`; each must serve an algorithm that the agreement pins. */
export function readTrustedKeys(jwks: readonly Jwk[], algorithms: readonly TokenAlgorithm[]): TrustedKeys {
  const keys = new Map<string, KeyObject>();
  const faults: Fault[] = [];
  for (const [index, jwk] of jwks.entries()) {
    const { kid } = jwk;
    const read = typeof kid === 'string' && keys.has(kid) ? 'the same `kid` twice' : readTrustedKey(jwk, algorithms);
    if (typeof read === 'string') faults.push({ path: `jwks.keys.${index}`, message: read });
    else keys.set(String(kid), read);
  }
  return { keys, faults };
}

/** The key, or what is wrong with it. */
function readTrustedKey(jwk: Jwk, algorithms: readonly TokenAlgorithm[]): KeyObject | string {
  const { kid, use, alg } = jwk;
  if (typeof kid !== 'string' || kid === '') return 'needs a `kid`';
  if (PRIVATE_MEMBERS.some((member) => member in jwk)) return 'holds a private or symmetric key';
  if (use !== undefined && use !== 'sig') return 'is not for signatures';
  const key = readKey(jwk);
  if (key === null) return 'is not an RSA or elliptic curve key';
  const served = algorithms.filter((algorithm) => servesAlgorithm(key, algorithm));
  if (served.length === 0) return `serves none of ${algorithms.join(', ')}`;
  if (alg !== undefined && !served.some((algorithm) => algorithm === alg)) return 'names an algorithm not pinned';
  return key;
}

/** Whether a key is of the kind and strength that an algorithm asks for (RFC 7518 sections 3.3 to 3.5). */
export function servesAlgorithm(key: KeyObject, algorithm: TokenAlgorithm): boolean {
  if (algorithm === 'ES256') {
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  }
  return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_BITS_MIN;
}

function readKey(jwk: Jwk): KeyObject | null {
  try {
    return createPublicKey({ key: { ...jwk }, format: 'jwk' });
  } catch {
    return null;
  }
}
