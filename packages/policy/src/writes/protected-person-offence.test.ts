import { describe, expect, it } from '@jest/globals';
import { checkOffence, type Occurrence, offenceOf } from './protected-person-offence.js';

const bombing: Occurrence = {
  deed: 'ATTACK_ON_PREMISES',
  stage: 'COMMITTED',
  targetProtected: true,
  endangersPerson: true,
};

describe('a crime against internationally protected persons (IPP-2)', () => {
  it.each<[string, Partial<Occurrence>, string | null]>([
    ['a violent attack on premises', {}, '2(1)(b)'],
    ['a murder', { deed: 'MURDER' }, '2(1)(a)'],
    ['a kidnapping', { deed: 'KIDNAPPING' }, '2(1)(a)'],
    ['another attack on the person', { deed: 'ATTACK_ON_PERSON' }, '2(1)(a)'],
    ['a threat', { stage: 'THREATENED' }, '2(1)(c)'],
    ['an attempt', { deed: 'MURDER', stage: 'ATTEMPTED' }, '2(1)(d)'],
    ['complicity', { stage: 'COMPLICIT' }, '2(1)(e)'],
    ['paint on an empty building', { endangersPerson: false }, null],
    ['a threat of paint on an empty building', { endangersPerson: false, stage: 'THREATENED' }, null],
    ['an attack on someone who is not protected', { targetProtected: false }, null],
    ['a burglary', { deed: 'OTHER' }, null],
    ['a murder that endangers nobody else', { deed: 'MURDER', endangersPerson: false }, '2(1)(a)'],
  ])('%s', (_what, changes, offence) => {
    expect(offenceOf({ ...bombing, ...changes })).toBe(offence);
  });

  it('is recorded as what it is, and as nothing else', () => {
    expect(checkOffence('2(1)(b)', bombing)).toEqual({ accepted: true });
    expect(checkOffence('2(1)(a)', bombing)).toMatchObject({ accepted: false, rule: 'IPP-2' });
    expect(checkOffence(null, bombing)).toMatchObject({ accepted: false, rule: 'IPP-2' });
    expect(checkOffence('2(1)(b)', { ...bombing, targetProtected: false })).toMatchObject({ accepted: false });
  });
});
