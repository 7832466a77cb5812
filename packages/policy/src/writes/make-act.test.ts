import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { AGENCY_KINDS } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { BEARERS, bearsOffice, OFFICES_WITHOUT_BEARER } from '../facts/act-bearers.js';
import { actOf, factOf, NOON, profileOf, Q1 } from '../testkit/scenario.js';
import { checkMaking, checkRevising, checkSecondPerson } from './make-act.js';

const facts = [factOf('Q1'), factOf('Q1', { receiving: 'AUT' })];
const snapshot = sealSnapshot({ number: 1, facts, acts: [] });
const at = { view: viewOf(snapshot, false), now: NOON };
const stale = { view: viewOf(snapshot, true), now: NOON };
const security = profileOf('USA.diplomatic-security', 'DIPLOMATIC_SECURITY', 'PROTECT_LIFE');
const consent = actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1']);
const brought = (act: Act) => ({ act, posts: [Q1], person: null, waiver: null, notice: null });
const revoked = (act: Act): Act => ({ ...act, v: act.v + 1, revokedAt: '2026-09-21T13:00:00Z' });

describe('who brings an act', () => {
  it('is known of every office that may speak, and of each in one row', () => {
    expect(OFFICES_WITHOUT_BEARER).toEqual([]);
    const listed = BEARERS.flatMap(({ offices }) => offices);
    expect(listed).toHaveLength(new Set(listed).size);
  });

  it('is an agency of the State that makes it, and never an oversight body', () => {
    for (const kind of AGENCY_KINDS) {
      const own = { represents: 'USA', agency: 'USA.agency', kind };
      const bears = bearsOffice(consent, own);
      expect({ kind, bears }).toEqual({ kind, bears: ['FOREIGN_MINISTRY', 'DIPLOMATIC_SECURITY'].includes(kind) });
      expect(bearsOffice(consent, { ...own, represents: 'DEU' })).toBe(false);
    }
  });

  it('is the agency itself where it speaks in its own name, and none of its sisters', () => {
    const act = actOf('ORIGINATOR_CONSENT', 'INTELLIGENCE', ['Q1']);
    expect(bearsOffice(act, { represents: 'USA', agency: 'USA.intelligence', kind: 'INTELLIGENCE' })).toBe(true);
    expect(bearsOffice(act, { represents: 'USA', agency: 'USA.consular', kind: 'CONSULAR' })).toBe(false);
  });
});

describe('the making of an act', () => {
  it('is lawful where it counts in some relation of each post that it concerns', () => {
    expect(checkMaking(brought(consent), security, at)).toEqual({ accepted: true });
    const declared = actOf('DISASTER', 'EMERGENCY_SERVICE', ['Q1'], {
      by: { represents: 'AUT', office: 'EMERGENCY_SERVICE' },
    });
    const rescue = profileOf('AUT.fire-service', 'EMERGENCY_SERVICE', 'PROTECT_LIFE');
    expect(checkMaking(brought(declared), rescue, at)).toEqual({ accepted: true });
  });

  it('is not where a post is one of which nothing is known', () => {
    const two = { ...brought(consent), posts: [Q1, 'Q2' as typeof Q1] };
    expect(checkMaking(two, security, at)).toMatchObject({ accepted: false, rule: 'VCCR-31-2' });
  });

  it('is not while the snapshot is stale: facts that are UNKNOWN make no act', () => {
    expect(checkMaking(brought(consent), security, stale)).toMatchObject({ accepted: false });
  });
});

describe('a later version of an act', () => {
  it('that takes away is lawful also while nothing is known of the post', () => {
    expect(checkRevising(consent, brought(revoked(consent)), security, stale)).toEqual({ accepted: true });
    const partner = profileOf('GBR.foreign-ministry', 'FOREIGN_MINISTRY', 'PROTECT_LIFE');
    expect(checkRevising(consent, brought(revoked(consent)), partner, at)).toMatchObject({ rule: 'CHY-ACTS' });
  });

  it('that takes a refusal back opens, and is judged as if it were made', () => {
    const refusal = actOf('CONSENT_REFUSAL', 'HEAD_OF_MISSION', ['Q1']);
    expect(checkRevising(refusal, brought(revoked(refusal)), security, at)).toEqual({ accepted: true });
    expect(checkRevising(refusal, brought(revoked(refusal)), security, stale)).toMatchObject({ accepted: false });
  });

  it('reaches no further', () => {
    const wider = { ...consent, v: 2, scope: { ...consent.scope, missions: ['Q1', 'Q2'] } };
    expect(checkRevising(consent, brought(wider), security, at)).toMatchObject({ rule: 'ACT-FORM' });
  });
});

describe('what is proposed', () => {
  it('is decided on by another person, of an agency that could have brought it', () => {
    const other = { ...security, subject: { ...security.subject, id: 'a:0001' } };
    const partner = profileOf('GBR.foreign-ministry', 'FOREIGN_MINISTRY', 'PROTECT_LIFE');
    expect(checkSecondPerson(consent, security.subject.id, security)).toMatchObject({ rule: 'CHY-ACTS' });
    expect(checkSecondPerson(consent, security.subject.id, other)).toEqual({ accepted: true });
    expect(checkSecondPerson(consent, 'a:0002', partner)).toMatchObject({ rule: 'CHY-ACTS' });
  });
});
