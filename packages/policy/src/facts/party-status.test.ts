import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { describe, expect, it } from '@jest/globals';
import { ACT, NONE } from '../compiled/bits.js';
import { actOf, NOON } from '../testkit/scenario.js';
import { partyStatusOf } from './party-status.js';

const accession = actOf('PARTY_STATUS', 'GOVERNMENT', [], {
  id: 'act_party_deu',
  by: { represents: 'DEU', office: 'GOVERNMENT' },
  to: { represents: '*', agencies: ['*'] },
  scope: { missions: [], keys: ['IPP 1973'], persons: [], categories: ['*'] },
  from: '1977-02-24T00:00:00Z',
  until: null,
});
const inForce = (acts: Act[], state = 'DEU') =>
  partyStatusOf(viewOf(sealSnapshot({ number: 1, facts: [], acts }), false), state, NOON).inForce;

describe('party status', () => {
  it('is that of the State itself, from entry into force until denunciation', () => {
    expect(inForce([accession])).toBe(ACT.PARTY_IPP_1973);
    expect(inForce([accession], 'URY')).toBe(NONE);
    expect(inForce([{ ...accession, from: '2026-12-01T00:00:00Z' }])).toBe(NONE);
    expect(inForce([{ ...accession, until: '2026-01-01T00:00:00Z' }])).toBe(NONE);
  });

  it('is of the instrument that it names', () => {
    expect(inForce([{ ...accession, scope: { ...accession.scope, keys: ['CWC 1993'] } }])).toBe(NONE);
    expect(inForce([{ ...accession, scope: { ...accession.scope, keys: ['*'] } }])).toBe(NONE);
  });

  it('is no other kind of act over the same key', () => {
    expect(inForce([{ ...accession, kind: 'AGREEMENT' }])).toBe(NONE);
  });
});
