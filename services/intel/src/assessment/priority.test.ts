import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { priorityOf } from './priority.js';

const SCALE = [1, 2, 3, 4, 5];
const RANKS = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
const rankOf = (credibility: number, impact: number): number => RANKS.indexOf(priorityOf(credibility, impact));

describe('the priority of a threat', () => {
  it('is the matrix of credibility and impact', () => {
    const matrix = SCALE.map((credibility) =>
      SCALE.map((impact) => priorityOf(credibility, impact).charAt(0)).join(''),
    );

    expect(matrix).toEqual(['LMHCC', 'LMHHC', 'LMMHH', 'LLMMM', 'LLLLL']);
  });

  it('is said of so many cells a word as the page on what is told below its label has it', () => {
    const page = readFileSync(new URL('../../../../docs/declassifiers.md', import.meta.url), 'utf8');
    const cells = [...SCALE, 6].flatMap((credibility) => SCALE.map((impact) => priorityOf(credibility, impact)));

    for (const word of RANKS) {
      const [, said] = new RegExp(`^\\| ${word} \\| (\\d+) \\|$`, 'm').exec(page) ?? [];
      expect({ word, cells: Number(said) }).toEqual({ word, cells: cells.filter((cell) => cell === word).length });
    }
  });

  it('never falls when the impact grows or the information gets more credible', () => {
    for (const credibility of SCALE)
      for (const impact of SCALE) {
        if (impact < 5) expect(rankOf(credibility, impact + 1)).toBeGreaterThanOrEqual(rankOf(credibility, impact));
        if (credibility > 1)
          expect(rankOf(credibility - 1, impact)).toBeGreaterThanOrEqual(rankOf(credibility, impact));
      }
  });

  it('takes what nobody can judge for what may be true, never for what is improbable', () => {
    for (const impact of SCALE) expect(priorityOf(6, impact)).toBe(priorityOf(3, impact));
  });
});
