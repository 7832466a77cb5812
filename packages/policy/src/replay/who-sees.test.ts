import { handlingAt } from '@chancery/shared/labels/handling-at';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Coordinate } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { createPolicyEngine, type PolicyEngine } from '../engine.js';
import { whatIsSeen } from './what-is-seen.js';
import { alikeProfiles, decideSeen, type SeenValue, whoSees } from './who-sees.js';

const PEOPLE = 10_000;
const engine = createPolicyEngine();
const by = { engine, view: viewOf(sealSnapshot({ number: 1, ...demoLaw() }), false), now: NOW };

/** People of every persona, for every purpose that it has. */
const people: readonly Profile[] = Array.from({ length: PEOPLE }, (_, index) => {
  const persona = PERSONAS[index % PERSONAS.length];
  if (persona === undefined) throw new RangeError('no persona');
  const profile = profileOf(persona.id, persona.purposes[index % persona.purposes.length]);
  return { ...profile, subject: { ...profile.subject, id: `a:${String(index).padStart(16, '0')}` } };
});

const HANDLINGS = [
  `l=USA:0;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=${EMBASSY}`,
  `l=USA:3;rel=GBR+USA;nat=*;pur=*;own=USA.diplomatic-security;m=${EMBASSY}!EXISTENCE(l=USA:0;rel=GBR+USA;nat=*;pur=*)`,
  `l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=${EMBASSY}`,
].map(parseHandling);
const FIELDS = [
  ['Premises.floorPlan', { category: 'PREMISES_RESCUE', floor: 0 }],
  ['Premises.address', { category: 'PREMISES_PERIMETER', floor: 0 }],
  ['Premises.note', { category: 'PREMISES_INTERIOR', floor: 2 }],
] as const;

const values: readonly SeenValue[] = HANDLINGS.flatMap((handling) =>
  FIELDS.map(([coordinate, field]) => ({ ...field, coordinate, handling })),
);

describe('who sees a value', () => {
  it('is the same for each of 10,000 people as it is decided for him alone', () => {
    const alike = alikeProfiles(people);
    expect(alike.length).toBeLessThan(PERSONAS.length * 8);
    expect(alike.flatMap(({ subjects }) => subjects)).toHaveLength(PEOPLE);
    for (const value of values) {
      const found = new Map(
        [...whoSees(alike, value, by)].flatMap(({ subjects, decision, profile }) =>
          subjects.map((subject) => [`${subject} ${profile.purpose}`, decision] as const),
        ),
      );
      // Every 37th, so that each persona and each purpose is among them.
      for (const profile of people.filter((_, index) => index % 37 === 0)) {
        const alone = decideSeen(profile, value, by);
        expect(found.get(`${profile.subject.id} ${profile.purpose}`)).toEqual(alone);
      }
    }
  });

  it('decides once for people whom the law does not tell apart, and no further than it is read', () => {
    let decided = 0;
    const counting: PolicyEngine = {
      ...engine,
      decide: (...asked) => {
        decided += 1;
        return engine.decide(...asked);
      },
    };
    const [value] = values;
    if (value === undefined) throw new RangeError('no value');
    const page = whoSees(alikeProfiles(people), value, { ...by, engine: counting });
    for (let row = 0; row < 5; row += 1) page.next();
    expect(decided).toBeGreaterThan(0);
    expect(decided).toBeLessThanOrEqual(10);
  });

  it('tells apart who differs in anything that a rule may read', () => {
    const one = profileOf('usa.diplomatic-security');
    const others: Profile[] = [
      { ...one, caseId: 'inc_1' },
      { ...one, subject: { ...one.subject, nationalities: ['USA', 'DEU'] } },
      { ...one, subject: { ...one.subject, clearances: [] } },
      { ...one, subject: { ...one.subject, compartments: ['SI'] } },
      { ...one, subject: { ...one.subject, agency: 'USA.other' } },
    ];
    expect(alikeProfiles([one, ...others])).toHaveLength(others.length + 1);
    expect(alikeProfiles([one, { ...one, subject: { ...one.subject, id: 'a:other' } }])).toHaveLength(1);
  });
});

describe('what a profile sees', () => {
  it('is what deciding every record and field for it comes to', () => {
    const held = HANDLINGS.map((handling, index) => ({ type: 'Premises', handling, rows: index + 2 }));
    for (const persona of PERSONAS) {
      const profile = profileOf(persona.id);
      const [seen] = [...whatIsSeen(profile, held, () => FIELDS, by)];
      const records = held.flatMap(({ handling, rows }) => Array.from({ length: rows }, () => handling));
      const visible = records.filter(
        (handling) =>
          decideSeen(profile, { coordinate: 'EXISTENCE', category: 'EXISTENCE', floor: 0, handling }, by).effect ===
          'allow',
      );
      expect(seen).toMatchObject({ type: 'Premises', rows: visible.length, all: records.length });
      for (const [coordinate, { category, floor }] of FIELDS) {
        const effects = visible.map((handling) => {
          const narrowed = handlingAt(handling, coordinate as Coordinate, category, floor);
          return engine.decide(profile, category, narrowed, 'read', by.view, NOW).effect;
        });
        const count = (effect: string): number => effects.filter((each) => each === effect).length;
        expect(seen?.fields).toContainEqual({
          ...{ coordinate, open: count('allow'), withheld: count('withhold'), hidden: count('hide') },
        });
      }
    }
  });
});
