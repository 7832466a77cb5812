import { createPublicKey, type KeyObject } from 'node:crypto';
import { ConfigurationError } from '../errors.js';
import type { TokenAlgorithm } from './token-algorithms.js';

const RSA_BITS_MIN = 2048;
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Parses the public keys of an agreement (RFC 7517) by `kid`; each must serve an algorithm that the agreement pins. */
export function parseTrustedKeys(
  jwks: readonly Readonly<Record<string, unknown>>[],
  algorithms: readonly TokenAlgorithm[],
): Map<string, KeyObject> {
  const keys = new Map<string, KeyObject>();
  for (const [index, jwk] of jwks.entries()) {
    const refuse = (why: string): never => {
      throw new ConfigurationError(`trust agreement: \`jwks.keys.${index}\`: ${why}`);
    };
    const { kid, use, alg } = jwk;
    if (typeof kid !== 'string' || kid === '') return refuse('needs a `kid`');
    if (keys.has(kid)) refuse('the same `kid` twice');
    if (PRIVATE_MEMBERS.some((member) => member in jwk)) refuse('holds a private or symmetric key');
    if (use !== undefined && use !== 'sig') refuse('is not for signatures');
    const key = readKey(jwk) ?? refuse('is not an RSA or elliptic curve key');
    const served = algorithms.filter((algorithm) => servesAlgorithm(key, algorithm));
    if (served.length === 0) refuse(`serves none of ${algorithms.join(', ')}`);
    if (alg !== undefined && !served.some((algorithm) => algorithm === alg)) refuse('names an algorithm not pinned');
    keys.set(kid, key);
  }
  return keys;
}

/** Whether a key is of the kind and strength that an algorithm asks for (RFC 7518 sections 3.3 to 3.5). */
export function servesAlgorithm(key: KeyObject, algorithm: TokenAlgorithm): boolean {
  if (algorithm === 'ES256') {
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  }
  return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_BITS_MIN;
}

function readKey(jwk: Readonly<Record<string, unknown>>): KeyObject | null {
  try {
    return createPublicKey({ key: { ...jwk }, format: 'jwk' });
  } catch {
    return null;
  }
}
