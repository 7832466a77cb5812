import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { existsSync, linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Instant } from '../clock.js';
import { ClientError, ConfigurationError } from '../errors.js';
import { makeFolder } from '../make-folder.js';
import type { Purpose } from '../vocabulary.js';
import { PERSONAS, type Persona } from './personas.js';
import { parseTrustAgreement, type TrustAgreement } from './trust-agreement.js';

/** An issuer for the personas of the demonstration; a server in production holds no agreement with it. */
export interface DevelopmentIssuer {
  readonly agreements: readonly TrustAgreement[];
  /** Makes a token for a persona, with all its purposes or the one asked for. */
  mint(personaId: string, options: MintOptions): string;
}

export interface MintOptions {
  readonly purpose?: string | undefined;
  /** Which person of the persona's agency, by any word; left out, always the same one. */
  readonly person?: string | undefined;
  readonly now: Instant;
  readonly expiresInSeconds?: number;
}

const KEY_FILE = 'dev-issuer.json';
const KEY_ID = 'development';
const AUDIENCE = 'chancery';
const TOKEN_SECONDS = 3600;

/** Opens the issuer whose key lies in a folder; the key is made at the first start. */
export function openDevelopmentIssuer(folder: string): DevelopmentIssuer {
  const key = readOrMakeKey(folder);
  return {
    agreements: PERSONAS.map((persona) => parseTrustAgreement(agreementOf(persona, key))),
    mint: (personaId, options) => mint(findPersona(personaId), key, options),
  };
}

function findPersona(id: string): Persona {
  const persona = PERSONAS.find((candidate) => candidate.id === id);
  if (persona !== undefined) return persona;
  const known = PERSONAS.map((candidate) => candidate.id).join(', ');
  throw new ClientError('INPUT_INVALID', `unknown persona \`${id}\`; there are ${known}`, 'as');
}

function mint(persona: Persona, key: KeyObject, { purpose, person, now, expiresInSeconds }: MintOptions): string {
  const issuedAt = Math.floor(now / 1000);
  const claims = {
    iss: issuerOf(persona),
    sub: person === undefined ? `persona ${persona.id}` : `persona ${persona.id} ${person}`,
    aud: AUDIENCE,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + (expiresInSeconds ?? TOKEN_SECONDS),
    jti: randomUUID(),
    chancery: {
      represents: persona.represents,
      agency: persona.agency,
      nationalities: persona.nationalities,
      compartments: persona.compartments,
      clearances: persona.clearances,
      purposes: purpose === undefined ? persona.purposes : [choosePurpose(persona, purpose)],
    },
  };
  return jwt.sign(claims, key, { algorithm: 'ES256', keyid: KEY_ID });
}

function choosePurpose(persona: Persona, asked: string): Purpose {
  const purpose = persona.purposes.find((candidate) => candidate === asked);
  if (purpose !== undefined) return purpose;
  const choices = persona.purposes.join(', ');
  throw new ClientError(
    'PURPOSE_NOT_ASSIGNED',
    `\`${persona.id}\` has no purpose \`${asked}\`, only ${choices}`,
    'purpose',
  );
}

function issuerOf({ id }: Persona): string {
  return `https://idp.${id}.example`;
}

/** One agreement a persona, no wider than the persona. */
function agreementOf(persona: Persona, key: KeyObject): unknown {
  return {
    v: 1,
    id: `TA-DEV-${persona.id.toUpperCase().replaceAll('.', '-')}`,
    issuer: issuerOf(persona),
    audience: AUDIENCE,
    algorithms: ['ES256'],
    jwks: { keys: [{ ...createPublicKey(key).export({ format: 'jwk' }), kid: KEY_ID, use: 'sig' }] },
    jwksUri: null,
    represents: persona.represents,
    agencies: { [persona.agency]: persona.kind },
    ceiling: Object.fromEntries(persona.clearances.map(({ policy, rank }) => [policy, rank])),
    compartments: persona.compartments,
    purposes: persona.purposes,
    tokenAgeMaxSeconds: TOKEN_SECONDS,
    clockSkewSeconds: 30,
    validFrom: '2020-01-01',
    validTo: '2100-01-01',
  };
}

const keyFileShape = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

function readOrMakeKey(folder: string): KeyObject {
  const path = join(folder, KEY_FILE);
  const known = readKey(path);
  if (known !== null) return known;

  makeFolder(folder, 0o700);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(temporary, `${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // A link fails where a rename would replace: of two first starts at once, both use the key that came first.
    linkSync(temporary, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    unlinkSync(temporary);
  }
  return readKey(path) ?? privateKey;
}

function readKey(path: string): KeyObject | null {
  if (!existsSync(path)) return null;
  try {
    return createPrivateKey({ key: keyFileShape.parse(JSON.parse(readFileSync(path, 'utf8'))), format: 'jwk' });
  } catch (error) {
    throw new ConfigurationError(`\`${path}\` does not hold the key of the development issuer`, {
      cause: error,
    });
  }
}
