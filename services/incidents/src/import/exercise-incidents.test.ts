import type { ExercisePost } from '@chancery/shared/subgraph/import/exercise-posts';
import { describe, expect, it } from '@jest/globals';
import { exerciseIncidents } from './exercise-incidents.js';

const START = Date.parse('2026-09-21T06:00:00Z');

const posts: ExercisePost[] = [
  { key: 'Q875787', kind: 'EMBASSY', sendingState: 'USA', receivingState: 'DEU', city: 'Berlin' },
  { key: 'Q470042', kind: 'CONSULATE_GENERAL', sendingState: 'USA', receivingState: 'DEU', city: 'Munich' },
  { key: 'Q1', kind: 'EMBASSY', sendingState: 'FRA', receivingState: 'AUT', city: 'Vienna' },
  { key: 'Q2', kind: 'HONORARY_CONSULATE', sendingState: 'ZAF', receivingState: 'DEU', city: 'Stuttgart' },
];

describe('the exercise incidents', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(exerciseIncidents(posts, 'a', 12, START)).toEqual(exerciseIncidents(posts, 'a', 12, START));
    expect(exerciseIncidents(posts, 'a', 12, START)).not.toEqual(exerciseIncidents(posts, 'b', 12, START));
  });

  it('are hidden as rows from all but partners, or from all but nationals', () => {
    const [partners, host, nationals] = exerciseIncidents(posts, 'a', 3, START);

    expect(partners?.handling).toBe(
      'l=USA:2;rel=GBR+USA;nat=*;pur=*;own=USA.diplomatic-security;m=Q875787;t=synthetic!EXISTENCE(l=USA:2;rel=GBR+USA;nat=*;pur=*)',
    );
    expect(host?.handling).toContain('!EXISTENCE(l=USA:0;rel=DEU+GBR+USA;nat=*;pur=*)');
    expect(nationals?.handling).toContain('!EXISTENCE(l=USA:3;rel=USA;nat=USA;pur=*)');
  });

  it('read like reports, on posts whose kind of place has a name, and say nothing twice of a post', () => {
    const incidents = exerciseIncidents(posts, 'a', 12, START);

    for (const { summary } of incidents) {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(summary).not.toMatch(/EX-|EXERCISE|undefined/);
    }
    expect(incidents.map((incident) => incident.mission)).not.toContain('Q2');
    expect(new Set(incidents.map((incident) => incident.reference)).size).toBe(12);
    const embassy = incidents.filter(({ mission }) => mission === 'Q875787').map(({ type }) => type);
    expect(new Set(embassy).size).toBe(embassy.length);
  });

  it('happened before the first start, each on a day of its own', () => {
    const days = exerciseIncidents(posts, 'a', 12, START).map(({ occurredOn }) => occurredOn);

    expect(new Set(days).size).toBe(12);
    for (const day of days) expect(day < '2026-09-21').toBe(true);
  });
});
