import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** An identity provider of an agency that is no persona's, with a key of its own. */
export interface Issuer {
  readonly issuer: string;
  /** Its trust agreement, changed in some fields. */
  agreement(changes?: object): Readonly<Record<string, unknown>>;
  /** A token of one of its persons. */
  tokenOf(person: string, purpose: string): string;
}

/** Makes an issuer for one agency, with no clearance and for some purposes. */
export function makeIssuer(agency: string, kind: string, purposes: readonly string[]): Issuer {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const represents = agency.slice(0, agency.indexOf('.'));
  const issuer = `https://${agency.toLowerCase()}.example`;
  const jwk = { ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: 'k1', use: 'sig' };
  const nationalities = kind === 'ORGANISATION' ? [] : [represents];
  return {
    issuer,
    agreement: (changes = {}) => ({
      ...{
        v: 1,
        id: `TA-${represents}-TEST`,
        issuer,
        audience: 'chancery',
        algorithms: ['ES256'],
        jwks: { keys: [jwk] },
      },
      ...{ represents, agencies: { [agency]: kind }, ceiling: {}, compartments: [], purposes },
      ...{ tokenAgeMaxSeconds: 3_600, clockSkewSeconds: 30, validFrom: '2026-01-01', validTo: '2100-01-01' },
      ...changes,
    }),
    tokenOf(person, purpose) {
      const iat = Math.floor(Date.now() / 1_000);
      const chancery = { represents, agency, nationalities, compartments: [], clearances: [], purposes: [purpose] };
      const claims = { iss: issuer, sub: person, aud: 'chancery', iat, exp: iat + 3_600, jti: randomUUID(), chancery };
      return jwt.sign(claims, privateKey, { algorithm: 'ES256', keyid: 'k1' });
    },
  };
}
