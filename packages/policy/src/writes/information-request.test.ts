import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { WithheldCode } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { actOf, factOf, NOON, profileOf, Q1 } from '../testkit/scenario.js';
import { checkCommandOfProfile } from './check-command.js';
import { answerWithinSeconds, routeOfRequest } from './information-request.js';

const police = profileOf('DEU.police', 'POLICE', 'CRIMINAL_INVESTIGATION');
const fire = profileOf('DEU.fire-service', 'EMERGENCY_SERVICE', 'PROTECT_LIFE');
const ministry = profileOf('DEU.foreign-ministry', 'FOREIGN_MINISTRY', 'PROTOCOL_NOTIFICATION');
const partner = profileOf('GBR.foreign-ministry', 'FOREIGN_MINISTRY', 'THREAT_PREVENTION');
const sister = profileOf('USA.consular', 'CONSULAR', 'CONSULAR_ASSISTANCE');
const channel = actOf('AGREEMENT', 'GOVERNMENT', [], {
  to: { represents: 'DEU', agencies: ['*'] },
  scope: { missions: [], keys: ['AGREED CHANNEL'], persons: [], categories: ['*'] },
});

function routed(
  profile: Profile,
  code: WithheldCode,
  { owner = 'USA.intelligence', acts = [channel].slice(1), stale = false, regime = 'VCDR' as const } = {},
) {
  const snapshot = sealSnapshot({ number: 1, facts: [factOf('Q1', { regime })], acts });
  return routeOfRequest({ owner, missions: [Q1], codes: [code] }, profile, {
    view: viewOf(snapshot, stale),
    now: NOON,
  });
}

describe('the way of a request for information', () => {
  it('leads to the agency that made the record, for whoever is no authority of the receiving State', () => {
    const route = { addressee: 'USA', agencies: ['USA.intelligence'], way: 'DIRECT', through: null };
    expect(routed(partner, 'ORIGINATOR_CONTROL')).toMatchObject(route);
    expect(routed(sister, 'NEED_TO_KNOW')).toMatchObject(route);
  });

  it('leads through its ministry for an authority of the receiving State (VCDR 41(2)), and straight for the ministry itself', () => {
    expect(routed(police, 'ORIGINATOR_CONTROL')).toMatchObject({
      addressee: 'USA',
      way: 'MINISTRY',
      through: 'DEU.foreign-ministry',
      rule: 'VCDR-41-2',
    });
    expect(routed(ministry, 'ORIGINATOR_CONTROL')).toMatchObject({ way: 'MINISTRY', through: null });
  });

  it('is straight where a life depends on it, or another channel is agreed', () => {
    expect(routed(fire, 'INVIOLABILITY')).toMatchObject({ way: 'EMERGENCY', through: null });
    expect(routed(police, 'INVIOLABILITY', { acts: [channel] })).toMatchObject({ way: 'AGREED', through: null });
  });

  it('is not straight by an agreement that is revoked, or of which nobody knows whether it is', () => {
    const ended = { ...channel, revokedAt: '2026-09-21T11:00:00Z' };
    expect(routed(police, 'INVIOLABILITY', { acts: [ended] }).way).toBe('MINISTRY');
    expect(routed(police, 'INVIOLABILITY', { acts: [channel], stale: true }).way).toBe('MINISTRY');
  });

  it('leads to the sending State for what is inviolable, whoever made the record', () => {
    expect(routed(police, 'INVIOLABILITY', { owner: 'DEU.police' })).toMatchObject({
      addressee: 'USA',
      agencies: ['USA.foreign-ministry'],
      through: 'DEU.foreign-ministry',
    });
    // What the host made itself and keeps for other reasons is asked of the host, at home.
    expect(routed(fire, 'NEED_TO_KNOW', { owner: 'DEU.police' })).toMatchObject({
      addressee: 'DEU',
      agencies: ['DEU.police'],
      way: 'DIRECT',
    });
  });

  it('is nobody’s for an exercise, a journey, an inspection or a regrade, and passed on by ministries alone', () => {
    for (const purpose of ['TRAINING', 'TRANSIT', 'OVERSIGHT', 'REGRADE'] as const) {
      expect(checkCommandOfProfile('requestInformation', { ...police, purpose })).toMatchObject({ rule: 'CHY-ASK' });
    }
    expect(checkCommandOfProfile('requestInformation', police)).toEqual({ accepted: true });
    expect(checkCommandOfProfile('forwardRequest', police)).toMatchObject({ rule: 'CHY-ASK' });
    expect(checkCommandOfProfile('forwardRequest', ministry)).toEqual({ accepted: true });
  });

  it('has an end that depends on what it is for', () => {
    expect([
      answerWithinSeconds('PROTECT_LIFE'),
      answerWithinSeconds('ARREST'),
      answerWithinSeconds('TAX_FISCAL'),
    ]).toEqual([3_600, 86_400, 2_592_000]);
  });
});
