import { describe, expect, it } from '@jest/globals';
import { type ExercisePost, exerciseWarnings } from './exercise-warnings.js';

const posts: ExercisePost[] = [
  { key: 'Q875787', sendingState: 'USA', receivingState: 'DEU', city: 'Berlin' },
  { key: 'Q470042', sendingState: 'USA', receivingState: 'DEU', city: 'Munich' },
  { key: 'Q1', sendingState: 'FRA', receivingState: 'AUT', city: 'Vienna' },
  { key: 'Q2', sendingState: 'JPN', receivingState: 'PER', city: 'Lima' },
];

describe('the exercise warnings', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(exerciseWarnings(posts, 'a', 30)).toEqual(exerciseWarnings(posts, 'a', 30));
    expect(exerciseWarnings(posts, 'a', 30)).not.toEqual(exerciseWarnings(posts, 'b', 30));
  });

  it('keep body and source of the tearline warning for partners and let the receiving State have the rest', () => {
    const [first] = exerciseWarnings(posts, 'a', 1);
    const released = '(l=USA:0;rel=DEU+GBR+USA;nat=*;pur=*)';

    expect(first?.handling).toBe(
      'l=USA:3;rel=GBR+USA;nat=*;pur=*;own=USA.intelligence;m=Q875787;t=synthetic' +
        `!EXISTENCE${released}!Warning.area${released}!Warning.certainty${released}!Warning.expiresAt${released}` +
        `!Warning.missions${released}!Warning.reference${released}!Warning.sentAt${released}` +
        `!Warning.severity${released}!Warning.sourceRef(l=USA:3;c=SI;rel=GBR+USA;nat=*;pur=*)` +
        `!Warning.status${released}!Warning.tearline${released}!Warning.urgency${released}`,
    );
    expect(first?.handling).not.toContain('Warning.body');
  });

  it('have one for nationals alone that says nothing to others, not even that it exists', () => {
    const [, , third] = exerciseWarnings(posts, 'a', 3);

    expect(third?.handling).toBe('l=USA:3;rel=USA;nat=USA;pur=*;own=USA.intelligence;m=Q875787;t=synthetic');
  });

  it('carry a canary in every text, and no source in at least a tenth', () => {
    const warnings = exerciseWarnings(posts, 'a', 30);

    for (const { reference, body, tearline, sourceRef } of warnings) {
      expect(body).toContain(`EX-BODY-${reference}`);
      // One tearline is a lure instead: the text of a public handling.
      expect(tearline).toContain(reference === 'EX-W-0007' ? 'own=CHANCERY.register' : `EX-TEARLINE-${reference}`);
      if (sourceRef !== null) expect(sourceRef).toBe(`EX-SOURCE-${reference}`);
    }
    expect(warnings.filter((warning) => warning.sourceRef === null).length).toBeGreaterThanOrEqual(3);
    expect(new Set(warnings.map((warning) => warning.reference)).size).toBe(30);
  });

  it('stay on the posts given', () => {
    const keys = new Set(exerciseWarnings(posts, 'a', 30).flatMap((warning) => warning.missions));

    expect([...keys].sort()).toEqual(posts.map((post) => post.key).sort());
  });
});
