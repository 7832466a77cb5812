import type { Act } from '@chancery/shared/snapshot/snapshot';
import { ACT_KINDS, type Category } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPolicyEngine } from '../engine.js';
import { type CaseRequest, decideCase, loadCases } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { actOf, factOf, profileOf } from '../testkit/scenario.js';

const engine = createPolicyEngine();
const police = profileOf('DEU.police', 'POLICE', 'CRIMINAL_INVESTIGATION');
const agent = 'im=DIPLOMATIC_AGENT:USA:2025-01-01..;who=p1';

const requestOf = (category: Category, marks: string, acts: readonly Act[]): CaseRequest => ({
  subject: {
    ...police.subject,
    nationalities: ['DEU'],
    clearances: [],
    compartments: [],
    groups: [],
  },
  purpose: police.purpose,
  caseId: null,
  category,
  handling: `l=-;rel=*;nat=*;pur=*;own=DEU.police;m=Q1${marks}`,
  now: '2026-09-21T13:00:00Z',
  stale: false,
  facts: [factOf('Q1')],
  acts: [...acts],
});

/** Three things that the law protects, each opened by an object of its own. */
const PROTECTED: readonly [string, Category, string][] = [
  ['the inside of the premises', 'PREMISES_INTERIOR', ''],
  ['the archives', 'ARCHIVE', ''],
  ['an agent from jurisdiction', 'CASE', `;${agent}`],
];
const SCOPE = { scope: { missions: ['Q1'], keys: [], persons: ['p1'], categories: ['*'] } };
const OBJECTS = [
  actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1'], SCOPE),
  actOf('RELEASE', 'HEAD_OF_MISSION', ['Q1'], SCOPE),
  actOf('WAIVER', 'HEAD_OF_MISSION', ['Q1'], SCOPE),
];

/** A release shows what its State made, the inside of its premises among it, and lets nobody in; a consent shows nothing else. */
const OPENS = [
  [true, true, false],
  [false, true, false],
  [false, false, true],
] as const;

describe('consent, release and waiver', () => {
  it('are three objects: each opens what it is about, and none implies another', () => {
    const opened = PROTECTED.map(([, category, marks]) =>
      OBJECTS.map((act) => decideCase(engine, requestOf(category, marks, [act])).effect === 'allow'),
    );

    expect(opened).toEqual(OPENS);
  });

  it.each(PROTECTED)('that do not open %s do not open it together either', (_what, category, marks) => {
    const own = PROTECTED.findIndex(([, each]) => each === category);
    const others = OBJECTS.filter((_act, index) => OPENS[own]?.[index] === false);

    expect(others).not.toHaveLength(0);
    expect(decideCase(engine, requestOf(category, marks, others)).effect).toBe('withhold');
    expect(decideCase(engine, requestOf(category, marks, OBJECTS)).effect).toBe('allow');
  });
});

const [first, ...rest] = [...loadCases().values()]
  .flat()
  .map(({ request }) => request)
  .filter(({ acts, stale }) => acts.length > 0 && !stale);

/** Facts about States rather than about missions and records. */
const isAboutStates = ({ kind }: Pick<Act, 'kind'>) => kind === 'PARTY_STATUS' || kind === 'AGREEMENT';
const KINDS = ACT_KINDS.filter((kind) => !isAboutStates({ kind }));

/** The same act about another mission and another record. */
function elsewhere(act: Act): Act {
  return { ...act, scope: { ...act.scope, missions: ['Q999'], keys: ['elsewhere'], persons: ['somebodyElse'] } };
}

describe('an act about one mission or record', () => {
  it('changes nothing of what concerns another, whatever it would do there', () => {
    if (first === undefined) throw new RangeError('no case with an act');
    const { length } = rest;
    let moved = 0;
    fc.assert(
      fc.property(fc.nat({ max: length }), fc.nat(), fc.constantFrom(...KINDS), (index, seed, kind) => {
        const request = rest[index - 1] ?? first;
        const own = request.acts.filter(isAboutStates);
        const others = request.acts.filter((act) => !isAboutStates(act)).map(elsewhere);
        // One more act, made up of one of the case and another kind.
        const extra = others
          .slice(0, 1)
          .map((act): Act => ({ ...act, id: 'act_extra', kind, written: seed % 2 === 0 }));
        const acts = seededSource(seed).some([...others, ...extra], 0.8);
        const without = decideCase(engine, { ...request, acts: own });
        if (decideCase(engine, request).effect !== without.effect) moved += 1;

        expect(decideCase(engine, { ...request, acts: [...own, ...acts] })).toEqual(without);
      }),
      { numRuns: 1000, seed: 45 },
    );

    // Acts that decide nothing where they belong would decide nothing elsewhere either.
    expect(moved).toBeGreaterThan(200);
  });
});
