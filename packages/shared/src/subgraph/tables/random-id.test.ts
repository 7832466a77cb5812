import { describe, expect, it } from '@jest/globals';
import { idInTime, randomIdWith } from './random-id.js';

const FORM = /^aac_[0-9a-hjkmnp-tv-z]{26}$/;
const at = (time: string): Date => new Date(time);

describe('an id of a row that is recorded as time goes on', () => {
  it('has the form of any other, and stands behind those of the minutes before', () => {
    const times = ['2026-11-29T15:00:00Z', '2026-11-29T15:01:00Z', '2026-11-30T00:00:00Z', '2900-01-01T00:00:00Z'];
    const ids = times.map((time) => idInTime('aac', at(time)));
    for (const id of [...ids, randomIdWith('aac')]) expect(id).toMatch(FORM);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('tells the minute and nothing else', () => {
    const begins = ['2026-11-29T15:00:00Z', '2026-11-29T15:00:59.999Z'].map((time) => idInTime('aac', at(time)));
    expect(new Set(begins.map((id) => id.slice(0, 'aac_'.length + 6))).size).toBe(1);
    const many = Array.from({ length: 1_000 }, () => idInTime('aac', at('2026-11-29T15:00:00Z')));
    expect(new Set(many).size).toBe(many.length);
    expect(many.toSorted()).not.toEqual(many);
  });
});
