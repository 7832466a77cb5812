import { describe, expect, it } from '@jest/globals';
import { actOf } from '../testkit/scenario.js';
import { checkRevision } from './act-revision.js';

const first = actOf('RELEASE', 'FOREIGN_MINISTRY', ['Q1']);
const revoked = { ...first, v: 2, revokedAt: '2026-09-21T13:00:00Z' };

describe('the next version of an act', () => {
  it('revokes it, or narrows when it ends', () => {
    expect(checkRevision(first, revoked)).toEqual({ accepted: true });
    expect(checkRevision(first, { ...first, v: 2, until: '2026-09-21T14:00:00Z' })).toEqual({ accepted: true });
  });

  it('narrows what it reaches', () => {
    const scope = { ...first.scope, categories: ['ARCHIVE'] };
    expect(checkRevision(first, { ...first, v: 2, scope })).toEqual({ accepted: true });
    expect(checkRevision({ ...first, scope }, { ...first, v: 2 })).toMatchObject({ accepted: false });
    const to = { represents: 'DEU', agencies: ['DEU.police'] };
    expect(checkRevision(first, { ...first, v: 2, to })).toEqual({ accepted: true });
    expect(checkRevision({ ...first, to }, { ...first, v: 2 })).toMatchObject({ accepted: false });
  });

  it('never takes a revocation back', () => {
    expect(checkRevision(revoked, { ...revoked, v: 3 })).toEqual({ accepted: true });
    expect(checkRevision(revoked, { ...revoked, v: 3, revokedAt: null })).toMatchObject({ accepted: false });
    expect(checkRevision(revoked, { ...revoked, v: 3, revokedAt: '2026-09-21T17:00:00Z' })).toMatchObject({
      accepted: false,
    });
  });

  it.each([
    ['another id', { id: 'act_other', v: 2 }],
    ['a version that does not follow', { v: 3 }],
    ['another kind', { v: 2, kind: 'WAIVER' as const }],
    ['another issuer', { v: 2, by: { represents: 'DEU', office: 'FOREIGN_MINISTRY' } }],
    ['another addressee', { v: 2, to: { represents: 'GBR', agencies: ['*'] } }],
    ['another mission', { v: 2, scope: { ...first.scope, missions: ['Q1', 'Q2'] } }],
    ['another record', { v: 2, scope: { ...first.scope, keys: ['k2'] } }],
    ['somebody else', { v: 2, scope: { ...first.scope, persons: ['p2'] } }],
    ['a later end', { v: 2, until: '2026-09-22T18:00:00Z' }],
    ['no end', { v: 2, until: null }],
    ['an earlier beginning', { v: 2, from: '2026-09-20T12:00:00Z' }],
    ['a revocation before it began', { v: 2, revokedAt: '2026-09-21T11:00:00Z' }],
  ])('has not %s', (_what, change) => {
    expect(checkRevision(first, { ...first, ...change })).toMatchObject({ accepted: false, rule: 'ACT-FORM' });
  });
});
