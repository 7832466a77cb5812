import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';

const STATES = ['USA', 'DEU', 'GBR', 'FRA', 'ITA', 'ESP', 'POL', 'NLD', 'SWE', 'CZE'] as const;
const KINDS = [
  { name: 'foreign-ministry', kind: 'FOREIGN_MINISTRY', purpose: 'PROTOCOL_NOTIFICATION' },
  { name: 'police', kind: 'POLICE', purpose: 'THREAT_PREVENTION' },
  { name: 'consular', kind: 'CONSULAR', purpose: 'CONSULAR_ASSISTANCE' },
] as const;

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const JWK = {
  ...createPublicKey(publicKey.export({ format: 'pem', type: 'spki' })).export({ format: 'jwk' }),
  kid: 'k1',
};
const TOKEN_SECONDS = 3_600;

interface Agency {
  readonly id: string;
  readonly state: string;
  readonly kind: string;
  readonly purpose: string;
}

/** Thirty agencies of ten States. */
export const AGENCIES: readonly Agency[] = STATES.flatMap((state) =>
  KINDS.map(({ name, kind, purpose }) => ({ id: `${state}.${name}`, state, kind, purpose })),
);

const issuerOf = ({ id }: Agency): string => `https://idp.${id.toLowerCase()}.example`;

/** Puts an agreement with each of them into the data folder of a start. */
export function agreeWithAll(data: string): void {
  const folder = join(data, 'trust');
  mkdirSync(folder);
  for (const agency of AGENCIES) {
    const agreement = {
      v: 1,
      id: `TA-${agency.id.toUpperCase().replace('.', '-')}`,
      issuer: issuerOf(agency),
      audience: 'chancery',
      algorithms: ['ES256'],
      jwks: { keys: [JWK] },
      jwksUri: null,
      represents: agency.state,
      agencies: { [agency.id]: agency.kind },
      ceiling: { [agency.state]: 2 },
      compartments: [],
      purposes: [agency.purpose],
      tokenAgeMaxSeconds: TOKEN_SECONDS,
      clockSkewSeconds: 30,
      validFrom: '2020-01-01',
      validTo: '2100-01-01',
    };
    writeFileSync(join(folder, `${agency.id.toLowerCase()}.json`), JSON.stringify(agreement));
  }
}

/** Somebody who asks, with a token of their own agency. */
export interface Officer {
  readonly token: string;
  readonly purpose: string;
}

/** So many people, spread over the agencies. */
export function officers(count: number): readonly Officer[] {
  const iat = Math.floor(Date.now() / 1_000);
  return Array.from({ length: count }, (_, number) => {
    const agency = AGENCIES[number % AGENCIES.length];
    if (agency === undefined) throw new RangeError('there are no agencies');
    const claims = {
      iss: issuerOf(agency),
      sub: `officer ${number}`,
      aud: 'chancery',
      iat,
      exp: iat + TOKEN_SECONDS,
      jti: randomUUID(),
      chancery: {
        represents: agency.state,
        agency: agency.id,
        nationalities: [agency.state],
        compartments: [],
        clearances: [
          { policy: agency.state, rank: 2, briefedAt: '2024-01-10', ndaAt: '2023-11-03', until: '2099-12-31' },
        ],
        purposes: [agency.purpose],
      },
    };
    return { token: jwt.sign(claims, privateKey, { algorithm: 'ES256', keyid: 'k1' }), purpose: agency.purpose };
  });
}
