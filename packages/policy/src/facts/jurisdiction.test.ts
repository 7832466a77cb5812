import { NEVER } from '@chancery/shared/calendar';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import { describe, expect, it } from '@jest/globals';
import { ALL_REGIMES, NONE, REGIME, ROLE } from '../compiled/bits.js';
import { actOf, factOf, NOON, profileOf, Q1 } from '../testkit/scenario.js';
import { jurisdictionAtLarge, jurisdictionsAt } from './jurisdiction.js';
import { possibleRoles } from './role-of.js';

const swiss = profileOf('CHE.foreign-ministry', 'FOREIGN_MINISTRY', 'INTERESTS_PROTECTION');
const inspectorate = profileOf('USA.inspectorate', 'OVERSIGHT', 'OVERSIGHT');
const mandate = actOf('MANDATE', 'FOREIGN_MINISTRY', ['Q1'], { to: { represents: 'CHE', agencies: ['*'] } });
const at = (facts: Fact[], acts: Act[], stale = false, profile = swiss) =>
  jurisdictionsAt(viewOf(sealSnapshot({ number: 1, facts, acts }), stale), profile, Q1, NOON);

describe('how a subject stands to a mission', () => {
  it('is certain when a fact is in force', () => {
    const [jurisdiction] = at([factOf('Q1')], []);

    expect(jurisdiction).toMatchObject({
      known: true,
      roles: { certain: ROLE.THIRD_STATE, possible: ROLE.THIRD_STATE },
      regimes: { certain: REGIME.VCDR, possible: REGIME.VCDR },
      validUntil: NEVER,
    });
  });

  it('is that of a protecting power while a mandate is in force, and changes when it ends', () => {
    expect(at([factOf('Q1')], [mandate])[0]).toMatchObject({
      roles: { certain: ROLE.PROTECTING_POWER },
      validUntil: Date.parse('2026-09-21T18:00:00Z'),
    });
    expect(at([factOf('Q1')], [{ ...mandate, revokedAt: '2026-09-21T11:00:00Z' }])[0]?.roles.certain).toBe(
      ROLE.THIRD_STATE,
    );
    const forKeys = { ...mandate, scope: { ...mandate.scope, missions: [], keys: ['Q1'] } };
    expect(at([factOf('Q1')], [forKeys])[0]?.roles.certain).toBe(ROLE.THIRD_STATE);
  });

  it.each([
    ['no fact is known', [], false, NEVER],
    ['every fact has ended', [factOf('Q1', { until: '2026-09-21' })], false, NEVER],
    ['every fact is yet to come', [factOf('Q1', { from: '2026-09-22' })], false, Date.parse('2026-09-22T00:00:00Z')],
    ['the snapshot is stale', [factOf('Q1')], true, NOON],
  ])('is UNKNOWN when %s: any role of its kind, any treaty', (_why, facts, stale, validUntil) => {
    expect(at(facts, [mandate], stale)).toEqual([
      {
        mission: Q1,
        fact: null,
        known: false,
        roles: { certain: NONE, possible: possibleRoles(swiss.subject) },
        regimes: { certain: NONE, possible: ALL_REGIMES },
        validUntil,
      },
    ]);
  });

  it('is oversight for an oversight body even when all else is UNKNOWN', () => {
    expect(at([], [], true, inspectorate)[0]?.roles).toEqual({ certain: ROLE.OVERSIGHT, possible: ROLE.OVERSIGHT });
  });

  it('follows the fact of the day, not the last one recorded', () => {
    const severed = [factOf('Q1', { until: '2026-09-01' }), factOf('Q1', { regime: 'NONE', from: '2026-09-01' })];

    expect(at(severed, []).map(({ regimes }) => regimes.certain)).toEqual([REGIME.NONE]);
  });
});

describe('a post that is accredited to several States (VCDR 5(1))', () => {
  const facts = [
    factOf('Q1'),
    factOf('Q1', { receiving: 'NZL' }),
    factOf('Q1', { receiving: 'FJI', legalStatus: 'CLOSED' }),
  ];
  const rolesOf = (profile: Profile) => at(facts, [], false, profile).map(({ roles }) => roles.certain);

  it.each(['DEU', 'NZL', 'FJI'])('has %s for its receiving State, in its own relation and in no other', (state) => {
    const [jurisdiction, ...others] = at(facts, [], false, profileOf(`${state}.police`, 'POLICE', 'ARREST'));
    expect(others).toEqual([]);
    expect(jurisdiction?.roles).toEqual({ certain: ROLE.RECEIVING_STATE_LEA, possible: ROLE.RECEIVING_STATE_LEA });
    expect(jurisdiction?.fact?.receiving).toBe(state);
  });

  it('has one sending State in each relation, and third States in all', () => {
    const sending = ROLE.SENDING_STATE;
    const third = ROLE.THIRD_STATE;
    expect(rolesOf(profileOf('USA.police', 'POLICE', 'ARREST'))).toEqual([sending, sending, sending]);
    expect(rolesOf(swiss)).toEqual([third, third, third]);
  });

  it('loses a receiving State on the day on which that accreditation ends', () => {
    const ended = [factOf('Q1'), factOf('Q1', { receiving: 'NZL', until: '2026-09-22' })];
    const police = profileOf('NZL.police', 'POLICE', 'ARREST');
    expect(at(ended, [], false, police)).toMatchObject([
      { roles: { certain: ROLE.RECEIVING_STATE_LEA }, validUntil: Date.parse('2026-09-22T00:00:00Z') },
    ]);
    const after = [factOf('Q1'), factOf('Q1', { receiving: 'NZL', until: '2026-09-21' })];
    expect(at(after, [], false, police)).toMatchObject([{ roles: { certain: ROLE.THIRD_STATE } }]);
  });
});

describe('a record that concerns no mission', () => {
  it('knows third States, organisations and oversight, and no treaty', () => {
    expect(jurisdictionAtLarge(swiss)).toMatchObject({
      known: true,
      roles: { certain: ROLE.THIRD_STATE },
      regimes: { certain: REGIME.NONE, possible: REGIME.NONE },
    });
    expect(jurisdictionAtLarge(inspectorate).roles.certain).toBe(ROLE.OVERSIGHT);
  });
});

describe('a State of transit', () => {
  const austrian = profileOf('AUT.border', 'BORDER', 'TRANSIT', 'inc_1');
  const notice = actOf('ASSIGNMENT', 'TRANSIT_NOTICE', ['Q1'], {
    to: { represents: 'AUT', agencies: ['*'] },
    scope: { missions: ['Q1'], keys: ['inc_1'], persons: [], categories: ['*'] },
  });
  const roleUnder = (act: Act, profile = austrian) => at([factOf('Q1')], [act], false, profile)[0]?.roles.certain;

  it('is one that the sending State named for the case and the mission, while the notice is in force', () => {
    expect(at([factOf('Q1')], [notice], false, austrian)[0]).toMatchObject({
      roles: { certain: ROLE.TRANSIT_STATE, possible: ROLE.TRANSIT_STATE },
      validUntil: Date.parse('2026-09-21T18:00:00Z'),
    });
    expect(roleUnder({ ...notice, revokedAt: '2026-09-21T11:00:00Z' })).toBe(ROLE.THIRD_STATE);
  });

  it('is no other: of another case, mission, addressee, issuer or kind of act', () => {
    const scoped = (scope: Partial<Act['scope']>) => roleUnder({ ...notice, scope: { ...notice.scope, ...scope } });
    expect(scoped({ keys: ['inc_2'] })).toBe(ROLE.THIRD_STATE);
    expect(scoped({ missions: ['Q2'] })).toBe(ROLE.THIRD_STATE);
    expect(roleUnder(notice, { ...austrian, caseId: null })).toBe(ROLE.THIRD_STATE);
    expect(roleUnder(notice, profileOf('CHE.border', 'BORDER', 'TRANSIT', 'inc_1'))).toBe(ROLE.THIRD_STATE);
    expect(roleUnder({ ...notice, by: { represents: 'AUT', office: 'TRANSIT_NOTICE' } })).toBe(ROLE.THIRD_STATE);
    expect(roleUnder({ ...notice, by: { represents: 'USA', office: 'FOREIGN_MINISTRY' } })).toBe(ROLE.THIRD_STATE);
    expect(roleUnder({ ...notice, kind: 'AGREEMENT' })).toBe(ROLE.THIRD_STATE);
  });
});

describe('a mandate that the receiving State has not accepted', () => {
  it('makes no protecting power', () => {
    expect(at([factOf('Q1')], [{ ...mandate, ref: null }])[0]?.roles.certain).toBe(ROLE.THIRD_STATE);
  });
});
