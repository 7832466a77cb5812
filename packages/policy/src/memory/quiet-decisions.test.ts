import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPolicyEngine } from '../engine.js';
import { type RandomSource, seededSource } from '../testkit/random.js';
import { randomRequest } from '../testkit/random-request.js';
import { actOf, factOf, NOON, profileOf } from '../testkit/scenario.js';
import { quietRecordsOf } from './quiet-records.js';

const engine = createPolicyEngine();
const seed = fc.nat({ max: 2 ** 31 });
const OPEN = 'l=-;rel=*;nat=*;pur=*';
const MISSIONS = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8'];
const anyFact = (random: RandomSource, mission: string) =>
  factOf(mission, {
    sending: random.pick(['USA', 'DEU', 'ZAF']),
    receiving: random.pick(['DEU', 'USA', 'GBR']),
    regime: random.pick(['VCDR', 'VCCR']),
    legalStatus: random.pick(['ESTABLISHED', 'ESTABLISHED', 'UNNOTIFIED']),
    until: random.pick([null, null, '2027-01-01']),
  });
/** An agreement to everyone on a matter that rules ask for; it names no mission. */
const agreementBy = (state: string) =>
  actOf('AGREEMENT', 'GOVERNMENT', [], {
    id: 'act_agreement',
    by: { represents: state, office: 'GOVERNMENT' },
    to: { represents: '*', agencies: ['*'] },
    scope: { missions: [], keys: ['LEGAL ASSISTANCE'], categories: ['*'] },
  });
const handling = (rest: string) => parseHandling(`${OPEN};own=USA.intelligence${rest}`);

describe('a record', () => {
  const facts = [
    factOf('Q1'),
    factOf('Q2', { until: '2026-06-01' }),
    factOf('Q2', { from: '2026-06-01' }),
    factOf('Q3'),
  ];
  const acts = [actOf('RELEASE', 'ANY', ['Q3']), { ...actOf('CONSENT', 'ANY', []), id: 'act_key' }].map((act) =>
    act.id === 'act_key' ? { ...act, scope: { ...act.scope, keys: ['k1'] } } : act,
  );
  const quiet = quietRecordsOf(viewOf(sealSnapshot({ number: 1, facts, acts }), false));

  it.each([
    ['concerns one mission with one fact and no act', ';m=Q1', true],
    ['bears a key that no act names', ';m=Q1;x=k2', true],
    ['bears a key that an act names', ';m=Q1;x=k1', false],
    ['concerns a mission with an act', ';m=Q3', false],
    ['concerns a mission with two dated facts', ';m=Q2', false],
    ['concerns an unknown mission', ';m=Q9', false],
    ['concerns no mission', '', false],
    ['concerns two missions', ';m=Q1+Q3', false],
    ['describes a person', ';m=Q1;im=DIPLOMATIC_AGENT:USA:2026-01-01..', false],
  ])('that %s', (_what, rest, expected) => {
    expect(quiet.of(handling(rest)) !== null).toBe(expected);
    expect(quiet.of(handling(rest)) !== null).toBe(expected);
  });

  it('is never quiet where an act names every mission', () => {
    const view = viewOf(sealSnapshot({ number: 1, facts, acts: [actOf('RELEASE', 'ANY', ['*'])] }), false);

    expect(quietRecordsOf(view).of(handling(';m=Q1'))).toBeNull();
  });
});

describe('decisions that were kept', () => {
  it('are those that deciding each record by itself gives', () => {
    let shared = 0;
    fc.assert(
      fc.property(seed, fc.array(seed, { minLength: 4, maxLength: 8 }), fc.boolean(), (law, asked, withActs) => {
        const random = seededSource(law);
        const { subject, purpose, caseId, acts, stale, now } = randomRequest(random);
        const profile = { subject, purpose, caseId };
        // Few facts that differ, and the same records of every mission: what is alike in part must be told apart.
        const facts = MISSIONS.map((mission) => anyFact(random, mission));
        const agreed = random.chance(0.3) ? [agreementBy(random.pick(['USA', 'DEU', 'ZAF', 'GBR']))] : [];
        const all = [...agreed, ...(withActs ? acts : [])];
        const seal = () => viewOf(sealSnapshot({ number: 1, facts, acts: all }), stale);
        const view = seal();
        const kept = engine.open(profile, view, Date.parse(now));
        for (const each of asked) {
          const { category, handling: text } = randomRequest(seededSource(each));
          for (const mission of MISSIONS) {
            const record = parseHandling(text.replace(/;m=[^;]+/, `;m=${mission}`));
            if (quietRecordsOf(view).of(record) !== null) shared += 1;
            const decision = kept.decide(category, record, 'read');
            // A view of its own, so that nothing that was looked up before serves.
            const alone = engine.open(profile, seal(), Date.parse(now)).decide(category, record, 'read');
            if (JSON.stringify(decision) !== JSON.stringify(alone)) expect(decision).toEqual(alone);
          }
        }
      }),
      { numRuns: 150, seed: 17 },
    );

    expect(shared).toBeGreaterThan(1000);
  });

  it('differ by the relation to the mission, the treaty and the status of the post', () => {
    const fire = profileOf('DEU.fire-service', 'EMERGENCY_SERVICE', 'PROTECT_LIFE');
    const facts = [
      factOf('Q1'),
      factOf('Q2', { receiving: 'GBR' }),
      factOf('Q3', { regime: 'VCCR_HONORARY' }),
      factOf('Q4', { legalStatus: 'UNNOTIFIED' }),
      factOf('Q5', { sending: 'DEU', receiving: 'USA' }),
      factOf('Q6'),
    ];
    const decider = engine.open(fire, viewOf(sealSnapshot({ number: 1, facts, acts: [] }), false), NOON);
    const codes = facts.map(({ m }) => {
      const { code, citations } = decider.decide('PREMISES_RESCUE', handling(`;m=${m}`), 'read');
      return `${code} ${citations.map(({ rule }) => rule)}`;
    });

    expect(codes[5]).toBe(codes[0]);
    expect(codes[0]).toContain('VCDR-22-1');
    for (const other of codes.slice(1, 5)) expect(other).not.toContain('VCDR-22-1');
  });
});
