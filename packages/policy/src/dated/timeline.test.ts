import { NEVER } from '@chancery/shared/calendar';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile, Subject } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateCompiled } from '../compiled/evaluate.js';
import { POLICIES } from '../generated/policies.js';
import type { AskedValue } from '../paths/asked-value.js';
import { viewOfCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { randomRequest } from '../testkit/random-request.js';
import { actOf, factOf, profileOf } from '../testkit/scenario.js';
import { type DatedLaw, decideDated } from './decide-dated.js';
import { rulesByDay } from './rules-of-day.js';
import { timelineOf } from './timeline.js';

const law: DatedLaw = { rulesAt: rulesByDay(POLICIES), evaluate: evaluateCompiled };
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const AMPLE = { from: day('1945-01-01'), until: NEVER, decisionsMax: 500 };

interface Given {
  readonly profile: Profile;
  readonly category: Category;
  readonly handling: string;
  readonly facts?: readonly Fact[];
  readonly acts?: readonly Act[];
}

const asked = ({ profile, category, handling, facts = [], acts = [] }: Given): AskedValue => ({
  profile,
  category,
  handling: parseHandling(handling),
  view: viewOf(sealSnapshot({ number: 1, facts, acts }), false),
  now: day('2026-09-21'),
});

/** When a value is open. */
const openings = (given: Given): string[] =>
  timelineOf(asked(given), AMPLE, law)
    .spans.filter(({ effect }) => effect === 'allow')
    .map(({ from, until }) => `${dateOf(from)}..${dateOf(until)}`);

const dateOf = (at: number): string => (at === NEVER ? '' : new Date(at).toISOString().replace('T00:00:00.000Z', ''));

const police = profileOf('DEU.police', 'POLICE', 'THREAT_PREVENTION');
const withSubject = (profile: Profile, changes: Partial<Subject>): Profile => ({
  ...profile,
  subject: { ...profile.subject, ...changes },
});
const ADDRESS = 'l=-;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=Q1';
const since = (from: string, until: string | null = null, changes: Partial<Fact> = {}) =>
  factOf('Q1', { from, until, ...changes });

describe('when a value is open', () => {
  it('begins with the law: the Convention that protects a post, and not the day before', () => {
    const facts = [since('1955-01-01')];
    expect(openings({ profile: police, category: 'PREMISES_PERIMETER', handling: ADDRESS, facts })).toEqual([
      '1964-04-24..',
    ]);
  });

  it('follows accession to a treaty', () => {
    const party = actOf('PARTY_STATUS', 'GOVERNMENT', [], {
      by: { represents: 'DEU', office: 'GOVERNMENT' },
      to: { represents: '*', agencies: ['*'] },
      scope: { missions: [], keys: ['IPP 1973'], persons: [], categories: ['*'] },
      from: '1977-02-24T00:00:00Z',
      until: null,
    });
    const handling = 'l=-;rel=*;nat=*;pur=*;own=USA.intelligence';
    const threat = { profile: police, category: 'THREAT', handling } as const;
    expect(openings({ ...threat, acts: [party] })).toEqual(['1977-02-24..']);
    expect(openings(threat)).toEqual([]);
  });

  it('follows the relations of two States: severed, and taken up again', () => {
    const facts = [
      since('2000-01-01', '2012-09-07'),
      since('2012-09-07', '2019-05-01', { receiving: 'ZAF' }),
      since('2019-05-01'),
    ];
    expect(openings({ profile: police, category: 'PREMISES_PERIMETER', handling: ADDRESS, facts })).toEqual([
      '2000-01-01..2012-09-07',
      '2019-05-01..',
    ]);
  });

  it('follows who was and is a member of what a label is released to', () => {
    const released = 'l=-;rel=EU;nat=*;pur=*;own=USA.diplomatic-security;m=Q1';
    const of = (state: string) =>
      openings({
        profile: withSubject(profileOf(`${state}.police`, 'POLICE', 'THREAT_PREVENTION'), { represents: state }),
        category: 'PREMISES_PERIMETER',
        handling: released,
        facts: [since('1955-01-01', null, { receiving: state })],
      });
    expect(of('GBR')).toEqual(['1973-01-01..2020-01-31T23:00:00.000Z']);
    expect(of('HRV')).toEqual(['2013-07-01..']);
    expect(of('CHE')).toEqual([]);
  });

  it('ends with a clearance, through the whole of its last day', () => {
    const clearances = [
      { policy: 'USA', rank: 3, briefedAt: '2020-01-01', ndaAt: '2021-06-01', until: '2027-01-10' } as const,
    ];
    const profile = withSubject(profileOf('DEU.police', 'POLICE', 'THREAT_PREVENTION'), { clearances });
    const handling = 'l=USA:3;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=Q1';
    const facts = [since('1990-01-01')];
    expect(openings({ profile, category: 'PREMISES_PERIMETER', handling, facts })).toEqual(['2021-06-01..2027-01-11']);
  });

  it('follows a consent from its first instant until it is revoked', () => {
    const consent = actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1'], {
      from: '2026-09-21T12:00:00Z',
      until: '2026-09-22T12:00:00Z',
      revokedAt: '2026-09-21T15:30:00Z',
    });
    const profile = profileOf('DEU.fire-service', 'EMERGENCY_SERVICE', 'PROTECT_LIFE');
    const given = { profile, category: 'PREMISES_INTERIOR', handling: ADDRESS, facts: [since('1990-01-01')] } as const;
    expect(openings({ ...given, acts: [consent] })).toEqual(['2026-09-21T12:00:00.000Z..2026-09-21T15:30:00.000Z']);
  });
});

describe('a timeline', () => {
  it('is what deciding at any instant says, on random questions: nothing changes between its boundaries', () => {
    let changes = 0;
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 31 }),
        fc.array(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 40 }),
        (drawn, at) => {
          const request = { ...randomRequest(seededSource(drawn)), stale: false };
          const { subject, purpose, caseId, category, handling } = request;
          const value: AskedValue = {
            profile: { subject, purpose, caseId },
            category,
            handling: parseHandling(handling),
            view: viewOfCase(request),
            now: Date.parse(request.now),
          };
          const { spans, complete } = timelineOf(value, AMPLE, law);
          expect(complete).toBe(true);
          changes += spans.length - 1;
          const [from, until] = [day('1960-01-01'), day('2030-01-01')];
          const within = Date.parse('2026-09-21T11:00:00Z');
          const sampled = at.flatMap((each) => [from + ((until - from) * each) / 1_000_000, within + each * 30]);
          for (const instant of [
            ...sampled,
            ...spans.map((span) => span.from),
            ...spans.map((span) => span.until - 1),
          ]) {
            const moment = Math.floor(instant);
            const span = spans.find((each) => each.from <= moment && moment < each.until);
            const { effect, code } = decideDated(value, moment, law);
            expect([moment, effect, code]).toEqual([moment, span?.effect, span?.code]);
          }
        },
      ),
      { numRuns: 60, seed: 21 },
    );
    expect(changes).toBeGreaterThan(40);
  });

  it('that is cut off says so', () => {
    const facts = [since('1955-01-01')];
    const value = asked({ profile: police, category: 'PREMISES_PERIMETER', handling: ADDRESS, facts });
    expect(timelineOf(value, { ...AMPLE, decisionsMax: 2 }, law).complete).toBe(false);
  });
});
