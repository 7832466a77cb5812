import { generateKeyPairSync } from 'node:crypto';

/**
 * A valid agreement to start from. Its key is made for this one call and nobody keeps the private half, so that a template left as
 * it is lets nobody in.
 */
export function exampleAgreement(): object {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    v: 1,
    id: 'TA-USA-DS',
    issuer: 'https://idp.usa.example',
    audience: 'chancery',
    algorithms: ['ES256'],
    jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'put-the-keys-of-the-agency-here', use: 'sig' }] },
    jwksUri: null,
    represents: 'USA',
    agencies: { 'USA.diplomatic-security': 'DIPLOMATIC_SECURITY' },
    ceiling: { USA: 3, NATO: 3 },
    compartments: ['SI'],
    purposes: ['INCIDENT_RESPONSE', 'PROTECT_LIFE'],
    tokenAgeMaxSeconds: 3600,
    clockSkewSeconds: 30,
    validFrom: '2026-01-01',
    validTo: '2028-01-01',
  };
}
