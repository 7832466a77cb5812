import { parseSha256 } from '@chancery/shared/brands';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact, Snapshot } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { EntryInput } from '../entry.js';

/** A fire service that asks to protect life. */
export const SAMPLE_PROFILE: Profile = {
  subject: {
    id: 'a:7f3c',
    represents: 'DEU',
    agency: 'DEU.fire-service',
    kind: 'EMERGENCY_SERVICE',
    nationalities: ['DEU'],
    clearances: [{ policy: 'DEU', rank: 1, briefedAt: '2026-01-10', ndaAt: '2025-11-03', until: null }],
    compartments: [],
    groups: ['NATO', 'EU'],
  },
  purpose: 'PROTECT_LIFE',
  caseId: 'inc_9f2c',
};

/** A snapshot of one fact and two acts, of which one names a person and one nobody. */
export function sampleSnapshot(number = 4_711): Snapshot {
  const fact: Fact = {
    ...{ m: 'Q875787', sending: 'USA', receiving: 'DEU', regime: 'VCDR', legalStatus: 'ESTABLISHED' },
    ...{ protectingPower: null, from: '2026-01-01', until: null },
  };
  const act = (id: string, persons: readonly string[]): Act => ({
    ...{ id, v: 2, kind: 'CONSENT', by: { represents: 'USA', office: 'HEAD_OF_MISSION' } },
    ...{ to: { represents: 'DEU', agencies: ['*'] }, from: '2026-09-21T12:00:00Z', until: '2026-09-21T18:00:00Z' },
    scope: { missions: ['Q875787'], keys: [], persons, categories: ['PREMISES_RESCUE'] },
    ...{ written: true, ref: null, revokedAt: null },
  });
  return sealSnapshot({ number, facts: [fact], acts: [act('act_41d0', []), act('act_41d1', ['p_1'])] });
}

const PUBLIC = 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=Q875787';
const INTERIOR = 'l=USA:0;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=Q875787;t=exclusiveUse+synthetic';

/** A read in which one value was allowed and one withheld. */
export function sampleEntry(changes: Partial<EntryInput> = {}): EntryInput {
  return {
    kind: 'READ',
    failure: null,
    subject: SAMPLE_PROFILE.subject,
    profile: SAMPLE_PROFILE,
    clipped: [],
    asked: ['MissionFilter.city', 'Query.missions(filter:)', 'StringCondition.eq'],
    stated: null,
    api: { operation: 'Fire', doc: parseSha256(`sha256:${'d'.repeat(64)}`), trace: '4bf92f35' },
    acts: ['act_41d0@2'],
    now: 1_790_000_001_123,
    policy: parseSha256(`sha256:${'a'.repeat(64)}`),
    schema: parseSha256(`sha256:${'b'.repeat(64)}`),
    snapshot: sampleSnapshot(),
    access: [
      {
        coordinate: 'Mission.city',
        handlingText: PUBLIC,
        rank: 0,
        count: 1,
        decision: 'A',
        rules: ['CHY-PUB'],
        acts: [],
      },
      {
        coordinate: 'Premises.floorPlan',
        handlingText: INTERIOR,
        rank: 0,
        count: 1,
        decision: 'W',
        rules: ['VCDR-22-1'],
        acts: [],
      },
    ],
    obligations: [],
    records: ['Mission:mis_1', 'Premises:prm_1'],
    private: { address: '10.2.6.17', variables: { post: 'Q875787' }, reason: 'fire on the second floor' },
    ...changes,
  };
}
