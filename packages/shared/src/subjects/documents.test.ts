import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { AGENCY_KINDS, CLIP_REASONS, PURPOSES } from '../vocabulary.js';
import { agreementSchema } from './agreement-shape.js';
import { parseRevocations } from './revocations.js';
import { tokenClaimsShape } from './token-claims.js';
import { parseTrustAgreement } from './trust-agreement.js';
import { createTrustStore } from './trust-store.js';
import { verifyToken } from './verify-token.js';

const page = (name: string): string => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');
const blocks = (text: string): Record<string, unknown>[] =>
  [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block = '']) => JSON.parse(block));
const tokens = page('tokens.md');
const agreements = page('agreements.md');
const [header, claims] = blocks(tokens);
const [template, revoked] = blocks(agreements);
/** First cells of the rows of all tables. */
const rows = (text: string): string[] => [...text.matchAll(/^\| (.+?) \|/gm)].map(([, cell = '']) => cell);

describe('docs/agreements.md', () => {
  it('has a template that is a valid agreement, and a list of revocations that is one', () => {
    expect(parseTrustAgreement(template).id).toBe('TA-USA-DS');
    expect(parseRevocations(revoked).tokens).toEqual(new Set(['01K5V3']));
  });

  it('explains every field, and names every kind of agency', () => {
    const { properties } = agreementSchema() as { properties: object };
    const explained = rows(agreements).flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(explained.sort()).toEqual(Object.keys(properties).sort());
    for (const kind of AGENCY_KINDS) expect(agreements).toContain(`\`${kind}\``);
  });
});

describe('docs/tokens.md', () => {
  it('has an example that serves under the template of docs/agreements.md, and loses nothing', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = { ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: header?.kid };
    const trust = createTrustStore([parseTrustAgreement({ ...template, jwks: { keys: [key] } })]);
    const token = jwt.sign(claims ?? {}, privateKey, { header: header as unknown as jwt.JwtHeader });
    const verified = verifyToken(`Bearer ${token}`, trust, 1_790_000_000_000);
    expect(verified.subject).toMatchObject({ represents: 'USA', kind: 'DIPLOMATIC_SECURITY', compartments: ['SI'] });
    expect(verified.purposes).toEqual(['PROTECT_LIFE', 'INCIDENT_RESPONSE']);
    expect(verified.clipped).toEqual([]);
  });

  it('explains every claim, and names every purpose and every reason of clipping', () => {
    const { chancery, ...plain } = tokenClaimsShape.shape;
    const names = [...Object.keys(plain), ...Object.keys(chancery.shape).map((name) => `chancery.${name}`)];
    const explained = new Set(rows(tokens));
    expect(names.filter((name) => !explained.has(`\`${name}\``))).toEqual([]);
    for (const word of [...PURPOSES, ...CLIP_REASONS]) expect(tokens).toContain(`\`${word}\``);
  });
});
