import { describe, expect, it } from '@jest/globals';
import { type ExercisePost, exerciseIncidents } from './exercise-incidents.js';

const posts: ExercisePost[] = [
  { key: 'Q875787', kind: 'EMBASSY', sendingState: 'USA', receivingState: 'DEU', city: 'Berlin' },
  { key: 'Q470042', kind: 'CONSULATE_GENERAL', sendingState: 'USA', receivingState: 'DEU', city: 'Munich' },
  { key: 'Q1', kind: 'EMBASSY', sendingState: 'FRA', receivingState: 'AUT', city: 'Vienna' },
  { key: 'Q2', kind: 'HONORARY_CONSULATE', sendingState: 'ZAF', receivingState: 'DEU', city: 'Stuttgart' },
];

describe('the exercise incidents', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(exerciseIncidents(posts, 'a', 12)).toEqual(exerciseIncidents(posts, 'a', 12));
    expect(exerciseIncidents(posts, 'a', 12)).not.toEqual(exerciseIncidents(posts, 'b', 12));
  });

  it('are hidden as rows from all but partners, or from all but nationals', () => {
    const [partners, host, nationals] = exerciseIncidents(posts, 'a', 3);

    expect(partners?.handling).toBe(
      'l=USA:2;rel=GBR+USA;nat=*;pur=*;own=USA.diplomatic-security;m=Q875787;t=synthetic!EXISTENCE(l=USA:2;rel=GBR+USA;nat=*;pur=*)',
    );
    expect(host?.handling).toContain('!EXISTENCE(l=USA:0;rel=DEU+GBR+USA;nat=*;pur=*)');
    expect(nationals?.handling).toContain('!EXISTENCE(l=USA:3;rel=USA;nat=USA;pur=*)');
  });

  it('carry a canary each, on posts whose kind of place has a name', () => {
    const incidents = exerciseIncidents(posts, 'a', 12);

    for (const { reference, summary } of incidents) expect(summary).toContain(`EX-CANARY-${reference}`);
    expect(incidents.map((incident) => incident.mission)).not.toContain('Q2');
    expect(new Set(incidents.map((incident) => incident.reference)).size).toBe(12);
  });
});
