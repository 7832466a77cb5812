import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { describe, expect, it } from '@jest/globals';
import { actOf, factOf } from '../testkit/scenario.js';
import { EngineMemory } from './engine-memory.js';
import { LIMITS } from './limits.js';
import { RecordClasses } from './record-classes.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*';
const handling = (rest: string, label = OPEN, owner = 'USA.intelligence') =>
  parseHandling(`${label};own=${owner}${rest}`);
const viewWith = (facts: Fact[], acts: Act[] = []) => viewOf(sealSnapshot({ number: 1, facts, acts }), false);

describe('a record', () => {
  const facts = [
    factOf('Q1'),
    factOf('Q2', { until: '2026-06-01' }),
    factOf('Q2', { from: '2026-06-01' }),
    factOf('Q3'),
    factOf('Q4'),
    factOf('Q4', { receiving: 'FRA' }),
    factOf('Q5'),
    factOf('Q5', { receiving: 'FRA', legalStatus: 'SUSPENDED' }),
  ];
  const acts = [actOf('RELEASE', 'ANY', ['Q3']), { ...actOf('CONSENT', 'ANY', []), id: 'act_key' }].map((act) =>
    act.id === 'act_key' ? { ...act, scope: { ...act.scope, keys: ['k1'] } } : act,
  );
  const classes = new RecordClasses(LIMITS).under(viewWith(facts, acts));

  it.each([
    ['concerns one mission with one fact and no act', ';m=Q1', true],
    ['bears a key that no act names', ';m=Q1;x=k2', true],
    ['bears a key that an act names', ';m=Q1;x=k1', false],
    ['concerns a mission with an act', ';m=Q3', false],
    ['concerns a mission with two dated facts', ';m=Q2', false],
    ['concerns a mission with two States of accreditation', ';m=Q4', true],
    ['concerns a mission that stands differently to two of them', ';m=Q5', false],
    ['concerns a person', ';m=Q1;who=p1', false],
    ['concerns an unknown mission', ';m=Q9', false],
    ['concerns no mission', '', false],
    ['concerns two missions', ';m=Q1+Q3', false],
    ['describes a person', ';m=Q1;im=DIPLOMATIC_AGENT:USA:2026-01-01..', false],
  ])('that %s', (_what, rest, expected) => {
    expect(classes.of(handling(rest)) !== null).toBe(expected);
    expect(classes.of(handling(rest)) !== null).toBe(expected);
  });

  it('has no class where an act names every mission', () => {
    const all = new RecordClasses(LIMITS).under(viewWith([factOf('Q1')], [actOf('RELEASE', 'ANY', ['*'])]));

    expect(all.of(handling(';m=Q1'))).toBeNull();
  });
});

describe('the class of a record', () => {
  const posts = [factOf('Q1'), factOf('Q2'), factOf('Q3', { regime: 'VCCR' }), factOf('Q4', { until: '2031-01-01' })];
  const classes = new RecordClasses(LIMITS).under(viewWith(posts));
  const numbers = (...of: Parameters<typeof handling>) => {
    const { shape, kind } = classes.of(handling(...of)) ?? {};
    return `${shape} ${kind}`;
  };

  it('is that of another mission with the like fact, and of no other', () => {
    expect(numbers(';m=Q2')).toBe(numbers(';m=Q1'));
    expect(numbers(';m=Q3')).not.toBe(numbers(';m=Q1'));
    expect(numbers(';m=Q4')).not.toBe(numbers(';m=Q1'));
  });

  it('is not that of a record with another label, maker, tag or key', () => {
    const others = [
      numbers(';m=Q1'),
      numbers(';m=Q1', 'l=USA:1;rel=*;nat=*;pur=*'),
      numbers(';m=Q1', OPEN, 'USA.diplomatic-security'),
      numbers(';m=Q1;t=public'),
      numbers(';m=Q1;t=aggregate'),
      numbers(';m=Q1;x=k1'),
      numbers(';m=Q1;t=public;x=k1'),
    ];

    expect(new Set(others).size).toBe(others.length);
  });
});

describe('a generation of classes', () => {
  const view = viewWith([factOf('Q1')]);
  const marked = (key: string) => handling(`;m=Q1;x=${key}`);

  it('gives no number twice: when they are used up, further records have no class', () => {
    const classes = new RecordClasses({ ...LIMITS, shapes: 2 });
    const lookup = classes.under(view);

    expect(['a', 'b', 'c', 'a'].map((key) => lookup.of(marked(key))?.shape)).toEqual([0, 1, undefined, 0]);
    expect(classes.isFull).toBe(true);
  });

  it('is followed by another when it is full, while an evaluation that is open keeps its own', () => {
    const memory = new EngineMemory({ ...LIMITS, shapes: 1 });
    const [first, again] = [memory.classes, memory.classes];
    const open = first.under(view);
    open.of(marked('a'));

    expect(again).toBe(first);
    expect(memory.classes).not.toBe(first);
    expect(open.of(marked('a'))?.shape).toBe(0);
    expect(memory.classes.under(view).of(marked('b'))?.shape).toBe(0);
  });
});
