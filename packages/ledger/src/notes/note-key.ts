import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import {
  hasMlDsa44,
  isMlDsa44,
  ML_DSA_44_KEY_BYTES,
  mlDsa44Bytes,
  mlDsa44PublicKey,
  RuntimeTooOld,
  readPrivateKey,
  signMlDsa44,
  verifyMlDsa44,
} from './ml-dsa-44.js';

/**
 * What a signature line says: `note` signs the text (C2SP signed-note), `cosignature` the text and when it was seen, both by Ed25519; `subtree` the
 * tree and when it was seen, by ML-DSA-44 (C2SP tlog-cosignature).
 */
export type SignatureKind = 'note' | 'cosignature' | 'subtree';

const ED25519_KEY_BYTES = 32;

/** Signature type identifier bytes of C2SP signed-note, and how long a public key is. */
const FORMS: Readonly<Record<SignatureKind, { readonly type: number; readonly keyBytes: number }>> = {
  note: { type: 0x01, keyBytes: ED25519_KEY_BYTES },
  cosignature: { type: 0x04, keyBytes: ED25519_KEY_BYTES },
  subtree: { type: 0x06, keyBytes: ML_DSA_44_KEY_BYTES },
};

const ID_BYTES = 4;
/** C2SP signed-note: no Unicode space, no plus. */
const NAME = /^[^\s+\p{Z}]+$/u;

/** Whom a reader of notes believes: a name and a public key, from which the key's id follows. */
export interface NoteVerifier {
  readonly name: string;
  readonly kind: SignatureKind;
  /** Four bytes in hex. */
  readonly id: string;
  readonly publicKey: Buffer;
  /** False where the runtime has not its algorithm: then its lines are passed over, and who demands one gets none. */
  readonly canCheck: boolean;
  isSignature(message: Uint8Array, signature: Uint8Array): boolean;
}

/** Who signs notes. */
export interface NoteSigner {
  readonly verifier: NoteVerifier;
  sign(message: Uint8Array): Buffer;
}

/** Reads a verifier key, `name+id+base64` (C2SP signed-note, verifier keys); throws on any other text. */
export function parseVerifierKey(text: string): NoteVerifier {
  const [name = '', id = '', ...rest] = text.trim().split('+');
  // Base64 may hold a plus itself.
  const bytes = Buffer.from(rest.join('+'), 'base64');
  const kind = (['note', 'cosignature', 'subtree'] as const).find((each) => FORMS[each].type === bytes[0]);
  if (kind === undefined || bytes.length !== 1 + FORMS[kind].keyBytes || bytes.toString('base64') !== rest.join('+')) {
    throw new RangeError('a verifier key of no known kind');
  }
  const verifier = verifierOf(name, kind, bytes.subarray(1));
  if (verifier.id !== id) throw new RangeError(`the id of the verifier key of \`${name}\` is not its own`);
  return verifier;
}

/** Writes a verifier key. */
export function printVerifierKey({ name, id, kind, publicKey }: NoteVerifier): string {
  return `${name}+${id}+${Buffer.concat([Buffer.of(FORMS[kind].type), publicKey]).toString('base64')}`;
}

/** Throws RuntimeTooOld when the runtime cannot check what these sign. */
export function requireCheckable(verifiers: readonly NoteVerifier[]): void {
  const [first] = verifiers.filter(({ canCheck }) => !canCheck);
  if (first !== undefined) throw new RuntimeTooOld(`the key \`${first.name}+${first.id}\``);
}

/**
 * A signer with a private key in PEM (PKCS #8): of Ed25519 it signs as that kind, and one of ML-DSA-44 as `subtree`, whatever is asked. `file` is
 * where it comes from, in words.
 */
export function signerOf(name: string, kind: 'note' | 'cosignature', pem: string, file = 'a key'): NoteSigner {
  const key = readPrivateKey(pem, file);
  if (isMlDsa44(key)) {
    return { verifier: verifierOf(name, 'subtree', mlDsa44Bytes(key)), sign: (message) => signMlDsa44(message, key) };
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new RangeError('a key that is not of Ed25519 or ML-DSA-44');
  return { verifier: verifierOf(name, kind, rawOf(createPublicKey(key))), sign: (message) => sign(null, message, key) };
}

function verifierOf(name: string, kind: SignatureKind, raw: Uint8Array): NoteVerifier {
  if (!NAME.test(name)) throw new RangeError('a key needs a name without a space and without a plus');
  const publicKey = Buffer.from(raw);
  const id = idOf(name, FORMS[kind].type, publicKey);
  if (kind !== 'subtree') return { name, kind, id, publicKey, canCheck: true, isSignature: checkEd25519(publicKey) };
  const key = mlDsa44PublicKey(publicKey);
  const isSignature = (message: Uint8Array, signature: Uint8Array): boolean =>
    key !== null && verifyMlDsa44(message, key, signature);
  return { name, kind, id, publicKey, canCheck: hasMlDsa44(), isSignature };
}

function checkEd25519(publicKey: Buffer): NoteVerifier['isSignature'] {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return (message, signature) => verify(null, message, key, signature);
}

/** `SHA-256(name || 0x0A || type || key)[:4]` (C2SP signed-note). */
function idOf(name: string, type: number, publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(`${name}\n`).update(Buffer.of(type)).update(publicKey).digest();
  return digest.subarray(0, ID_BYTES).toString('hex');
}

function rawOf(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}
