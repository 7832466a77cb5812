import { parseRegisterKey } from '@chancery/shared/brands';
import { NEVER } from '@chancery/shared/calendar';
import type { RecordMarks } from '@chancery/shared/labels/label';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { describe, expect, it } from '@jest/globals';
import { ACT, ACT_FLAGS, some } from '../compiled/bits.js';
import { actOf, factOf, MINUTE, NOON, profileOf, Q1 } from '../testkit/scenario.js';
import type { ActInput } from './act-input.js';
import { matchActs, windowOfAct } from './act-matching.js';

const HOUR = 60 * MINUTE;
const Q2 = parseRegisterKey('Q2');
/** Another State made it: what the sending State's acts do here is to lift. */
const record: RecordMarks = {
  owner: 'DEU.police',
  missions: [Q1],
  person: null,
  who: null,
  tags: new Set(),
  key: 'k1',
};
const asked: ActInput = {
  profile: profileOf('DEU.police', 'POLICE', 'THREAT_PREVENTION', 'inc_1'),
  category: 'THREAT',
  record,
  mission: Q1,
  fact: factOf('Q1'),
};
const concerning = (who: string): ActInput => ({ ...asked, record: { ...record, who } });
const found = (acts: Act[], input: ActInput = asked, now = NOON + HOUR) => {
  const findings = matchActs(viewOf(sealSnapshot({ number: 1, facts: [], acts }), false), input, now);
  return { ...findings, flags: ACT_FLAGS.filter((flag) => some(findings.inForce, ACT[flag])) };
};
const release = actOf('RELEASE', 'FOREIGN_MINISTRY', ['Q1']);

describe('an act', () => {
  it('is in force from its first instant until before its last', () => {
    expect(found([release], asked, NOON - 1).flags).toEqual([]);
    expect(found([release], asked, NOON).flags).toEqual(['RELEASE']);
    expect(found([release], asked, NOON + 6 * HOUR - 1).flags).toEqual(['RELEASE']);
    expect(found([release], asked, NOON + 6 * HOUR).flags).toEqual([]);
  });

  it('ends when it is revoked, and counts until then', () => {
    const revoked = { ...release, revokedAt: '2026-09-21T13:00:00Z' };

    expect(found([revoked], asked, NOON + HOUR - 1).flags).toEqual(['RELEASE']);
    expect(found([revoked], asked, NOON + HOUR).flags).toEqual([]);
  });

  it('as a disaster ends after 24 hours, whatever it says', () => {
    const endless = actOf('DISASTER', 'HEAD_OF_MISSION', ['Q1'], { until: null });

    expect(windowOfAct(endless)).toEqual({ from: NOON, until: NOON + 24 * HOUR });
    expect(windowOfAct({ ...release, until: null }).until).toBe(NEVER);
  });

  it('names the next instant at which something can change, also of an act yet to come', () => {
    expect(found([release]).validUntil).toBe(NOON + 6 * HOUR);
    expect(found([{ ...release, from: '2026-09-21T14:00:00Z' }]).validUntil).toBe(NOON + 2 * HOUR);
    expect(found([{ ...release, scope: { ...release.scope, missions: ['Q2'] } }]).validUntil).toBe(NEVER);
  });

  it('is named with its version', () => {
    expect(found([{ ...release, v: 7 }]).ids.get('RELEASE')).toEqual(['act_release@7']);
  });
});

describe('the scope of an act', () => {
  const scoped = (scope: Partial<Act['scope']>, input = asked) =>
    found([{ ...release, scope: { ...release.scope, ...scope } }], input).flags;

  it('reaches a record by its mission or by its key, and by nothing else', () => {
    expect(scoped({ missions: ['Q1'], keys: [] })).toEqual(['RELEASE']);
    expect(scoped({ missions: [], keys: ['k1'] })).toEqual(['RELEASE']);
    expect(scoped({ missions: [], keys: [], persons: ['p1'] }, concerning('p1'))).toEqual(['RELEASE']);
    expect(scoped({ missions: [], keys: [], persons: ['p2'] }, concerning('p1'))).toEqual([]);
    expect(scoped({ missions: [], keys: [], persons: ['p1'] })).toEqual([]);
    // Of everything nothing is released.
    expect(scoped({ missions: ['*'], keys: [] })).toEqual([]);
    expect(scoped({ missions: [], keys: ['*'] })).toEqual([]);
    expect(scoped({ missions: [], keys: [], persons: ['*'] }, concerning('p1'))).toEqual([]);
    expect(scoped({ missions: ['Q2'], keys: ['k2'] })).toEqual([]);
    expect(scoped({ missions: [], keys: [] })).toEqual([]);
  });

  it('that names a mission alone lifts nothing that concerns a person', () => {
    const named = { ...concerning('p1'), category: 'CASE' } as const;
    expect(scoped({ missions: ['Q1'] }, named)).toEqual([]);
    expect(scoped({ missions: ['Q1'], persons: ['p1'] }, named)).toEqual(['RELEASE']);
    expect(scoped({ missions: ['Q1'], keys: ['k1'] }, named)).toEqual(['RELEASE']);
    expect(scoped({ missions: ['Q1'] }, { ...asked, category: 'HEALTH' })).toEqual([]);
    expect(scoped({ missions: ['Q1'] }, { ...asked, category: 'ARCHIVE' })).toEqual(['RELEASE']);
  });

  it('in respect of one mission does not reach the same record in respect of another', () => {
    expect(scoped({ missions: ['Q1'] }, { ...asked, record: { ...record, missions: [Q1, Q2] }, mission: Q2 })).toEqual(
      [],
    );
  });

  it('over all keys does not reach a record without one', () => {
    expect(scoped({ missions: [], keys: ['*'] }, { ...asked, record: { ...record, key: null } })).toEqual([]);
  });

  it('reaches the kinds of data that it names', () => {
    expect(scoped({ categories: ['THREAT'] })).toEqual(['RELEASE']);
    expect(scoped({ categories: ['*'] })).toEqual(['RELEASE']);
    expect(scoped({ categories: ['ARCHIVE'] })).toEqual([]);
    expect(scoped({ categories: [] })).toEqual([]);
  });
});

describe('the addressee of an act', () => {
  const to = (represents: string, agencies: string[]) => found([{ ...release, to: { represents, agencies } }]).flags;

  it('is the State and agency that it names', () => {
    expect(to('DEU', ['*'])).toEqual(['RELEASE']);
    expect(to('DEU', ['DEU.police'])).toEqual(['RELEASE']);
    expect(to('*', ['*'])).toEqual(['RELEASE']);
  });

  it('is nobody else', () => {
    expect(to('GBR', ['*'])).toEqual([]);
    expect(to('DEU', ['DEU.fire-service'])).toEqual([]);
    expect(to('DEU', [])).toEqual([]);
  });
});

describe('an express refusal', () => {
  const refusal = actOf('CONSENT_REFUSAL', 'HEAD_OF_MISSION', ['Q1']);
  const consent = actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1']);
  const entry: ActInput = { ...asked, category: 'PREMISES_INTERIOR' };

  it('outweighs a consent, and takes nothing else away', () => {
    expect(found([consent], entry).flags).toEqual(['CONSENT_HEAD_OF_MISSION']);
    expect(found([consent, refusal, release], entry).flags).toEqual(['CONSENT_REFUSAL', 'RELEASE']);
  });

  it('does so no longer once it is revoked', () => {
    expect(found([consent, { ...refusal, revokedAt: '2026-09-21T12:30:00Z' }], entry).flags).toEqual([
      'CONSENT_HEAD_OF_MISSION',
    ]);
  });
});
