import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { versions } from 'node:process';

/**
 * ML-DSA-44 (FIPS 204) by the runtime's own library. Node has it from 24.6 on, with OpenSSL 3.5; an older one can name such a key and pass over
 * its lines, and neither sign nor check.
 */
export const ML_DSA_44_KEY_BYTES = 1_312;

const SIGNATURE_BYTES = 2_420;
const TYPE = 'ml-dsa-44';
/** 2.16.840.1.101.3.4.3.17 in DER (RFC 9881). */
const OID = Buffer.from('0609608648016503040311', 'hex');
/** Of a SubjectPublicKeyInfo (RFC 9881), before the 1,312 bytes of the key. */
const SPKI_HEAD = Buffer.from('30820532300b06096086480165030403110382052100', 'hex');
/** The identifier of the algorithm stands at the beginning of a PKCS #8 key (RFC 5958), behind length and version. */
const OID_WITHIN = 32;

/** What a process says once that signs without it. */
export const ED25519_ALONE = `it signs by Ed25519 alone: Node ${versions.node} has no ML-DSA-44, and Node 24.6 or newer signs by both`;

/** That the runtime is too old for what it is asked: no word on whether a signature is true. */
export class RuntimeTooOld extends Error {
  override readonly name = 'RuntimeTooOld';

  constructor(what: string) {
    super(`${what} is of ML-DSA-44, which Node ${versions.node} has not: Node 24.6 or newer is needed`);
  }
}

/** A public key of so many bytes; null where the runtime has no such algorithm. */
export function mlDsa44PublicKey(raw: Uint8Array): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' });
    return isMlDsa44(key) ? key : null;
  } catch {
    return null;
  }
}

/** Whether the runtime signs and checks by ML-DSA-44. Any bytes are a public key (FIPS 204, algorithm 23). */
export function hasMlDsa44(): boolean {
  return mlDsa44PublicKey(Buffer.alloc(ML_DSA_44_KEY_BYTES)) !== null;
}

/** A new private key in PEM (PKCS #8). */
export function newMlDsa44Key(): string {
  const type: string = TYPE;
  // The types are those of Node 20, which has no key of this name.
  const { privateKey } = generateKeyPairSync(type as 'ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** A private key in PEM; throws RuntimeTooOld for one of ML-DSA-44 where the runtime has none. */
export function readPrivateKey(pem: string, file: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    const body = pem.replaceAll(/-----[^-]*-----|\s/g, '');
    if (Buffer.from(body, 'base64').subarray(0, OID_WITHIN).includes(OID)) throw new RuntimeTooOld(`\`${file}\``);
    throw error;
  }
}

/** Whether a key is of ML-DSA-44. */
export function isMlDsa44({ asymmetricKeyType }: KeyObject): boolean {
  const type: string | undefined = asymmetricKeyType;
  return type === TYPE;
}

/** The 1,312 bytes of the public key that belongs to a key. */
export function mlDsa44Bytes(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-ML_DSA_44_KEY_BYTES);
}

/** Signs without a context (FIPS 204, algorithm 2). */
export function signMlDsa44(message: Uint8Array, key: KeyObject): Buffer {
  return sign(null, message, key);
}

/** Checks a signature without a context; of another length it is none. */
export function verifyMlDsa44(message: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  return signature.length === SIGNATURE_BYTES && verify(null, message, key, signature);
}
