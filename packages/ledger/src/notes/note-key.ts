import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What a signature line says: `note` signs the text (C2SP signed-note), `cosignature` the text and when it was seen (C2SP tlog-cosignature). */
export type SignatureKind = 'note' | 'cosignature';

/** Signature type identifier bytes of C2SP signed-note. */
const TYPES: Readonly<Record<SignatureKind, number>> = { note: 0x01, cosignature: 0x04 };

const KEY_BYTES = 32;
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
  const kind = (['note', 'cosignature'] as const).find((each) => TYPES[each] === bytes[0]);
  if (kind === undefined || bytes.length !== 1 + KEY_BYTES || bytes.toString('base64') !== rest.join('+')) {
    throw new RangeError('a verifier key of no known kind');
  }
  const verifier = verifierOf(name, kind, bytes.subarray(1));
  if (verifier.id !== id) throw new RangeError(`the id of the verifier key of \`${name}\` is not its own`);
  return verifier;
}

/** Writes a verifier key. */
export function printVerifierKey({ name, id, kind, publicKey }: NoteVerifier): string {
  return `${name}+${id}+${Buffer.concat([Buffer.of(TYPES[kind]), publicKey]).toString('base64')}`;
}

/** A signer with a private key of Ed25519 in PEM (PKCS #8). */
export function signerOf(name: string, kind: SignatureKind, pem: string): NoteSigner {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new RangeError('a key that is not of Ed25519');
  return { verifier: verifierOf(name, kind, rawOf(createPublicKey(key))), sign: (message) => sign(null, message, key) };
}

function verifierOf(name: string, kind: SignatureKind, raw: Uint8Array): NoteVerifier {
  if (!NAME.test(name)) throw new RangeError('a key needs a name without a space and without a plus');
  const publicKey = Buffer.from(raw);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return {
    name,
    kind,
    id: idOf(name, TYPES[kind], publicKey),
    publicKey,
    isSignature: (message, signature) => verify(null, message, key, signature),
  };
}

/** `SHA-256(name || 0x0A || type || key)[:4]` (C2SP signed-note). */
function idOf(name: string, type: number, publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(`${name}\n`).update(Buffer.of(type)).update(publicKey).digest();
  return digest.subarray(0, ID_BYTES).toString('hex');
}

function rawOf(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}
