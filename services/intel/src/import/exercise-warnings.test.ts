import type { ExercisePost } from '@chancery/shared/subgraph/import/exercise-posts';
import { describe, expect, it } from '@jest/globals';
import { exerciseWarnings } from './exercise-warnings.js';

const START = Date.parse('2026-09-21T06:00:00Z');

const posts: ExercisePost[] = [
  { key: 'Q875787', kind: 'EMBASSY', sendingState: 'USA', receivingState: 'DEU', city: 'Berlin' },
  { key: 'Q470042', kind: 'EMBASSY', sendingState: 'USA', receivingState: 'DEU', city: 'Munich' },
  { key: 'Q1', kind: 'EMBASSY', sendingState: 'FRA', receivingState: 'AUT', city: 'Vienna' },
  { key: 'Q2', kind: 'EMBASSY', sendingState: 'JPN', receivingState: 'PER', city: 'Lima' },
];

describe('the exercise warnings', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(exerciseWarnings(posts, 'a', 30, START)).toEqual(exerciseWarnings(posts, 'a', 30, START));
    expect(exerciseWarnings(posts, 'a', 30, START)).not.toEqual(exerciseWarnings(posts, 'b', 30, START));
  });

  it('keep body and source of the tearline warning for partners and let the receiving State have the rest', () => {
    const [first] = exerciseWarnings(posts, 'a', 1, START);
    const released = '(l=USA:0;rel=DEU+GBR+USA;nat=*;pur=*)';

    expect(first?.handling).toBe(
      'l=USA:3;rel=GBR+USA;nat=*;pur=*;own=USA.intelligence;m=Q875787;t=synthetic' +
        `!EXISTENCE${released}!Warning.area${released}!Warning.category${released}!Warning.certainty${released}!Warning.expiresAt${released}` +
        `!Warning.instruction${released}` +
        `!Warning.missions${released}!Warning.msgType${released}!Warning.reference${released}!Warning.responseType${released}` +
        `!Warning.restriction${released}!Warning.scope${released}!Warning.sentAt${released}` +
        `!Warning.severity${released}!Warning.sourceRef(l=USA:3;c=SI;rel=GBR+USA;nat=*;pur=*)` +
        `!Warning.status${released}!Warning.tearline${released}!Warning.urgency${released}`,
    );
    expect(first?.handling).not.toContain('Warning.body');
  });

  it('have one for nationals alone that says nothing to others, not even that it exists', () => {
    const [, , third] = exerciseWarnings(posts, 'a', 3, START);

    expect(third?.handling).toBe('l=USA:3;rel=USA;nat=USA;pur=*;own=USA.intelligence;m=Q875787;t=synthetic');
  });

  it('have no source in at least a tenth, and a reference each', () => {
    const warnings = exerciseWarnings(posts, 'a', 30, START);

    expect(warnings.filter((warning) => warning.sourceRef === null).length).toBeGreaterThanOrEqual(3);
    expect(new Set(warnings.map((warning) => warning.reference)).size).toBe(30);
  });

  it('read like warnings: no key, no mark, no probe, and nothing said twice of a post', () => {
    const warnings = exerciseWarnings(posts, 'a', 12, START);

    for (const { tearline, body, area } of warnings) {
      for (const text of [tearline, body]) expect(text).toMatch(/^[A-Z].*\.$/);
      expect(`${tearline}${body}${area}`).not.toMatch(/EX-|EXERCISE|own=|undefined/);
      expect(`${tearline}${body}`).not.toMatch(/\bpost of the post\b|unattended [^.]*riders|\b(\w+) \1\b/i);
    }
    const embassy = warnings.filter(({ missions }) => missions.includes('Q875787')).map(({ tearline }) => tearline);
    expect(new Set(embassy).size).toBe(embassy.length);
  });

  it('are coherent in the terms of CAP 1.2', () => {
    for (const { urgency, certainty } of exerciseWarnings(posts, 'a', 30, START)) {
      // Observed has happened or goes on; what is far off or unlikely is not to be acted on at once.
      expect(certainty === 'OBSERVED' ? urgency : 'IMMEDIATE').toBe('IMMEDIATE');
      if (certainty === 'UNLIKELY') expect(urgency).toBe('FUTURE');
    }
  });

  it('are dated from the first start: sent before it, some of them over, some still in force', () => {
    const warnings = exerciseWarnings(posts, 'exercise 1', 30, START);

    for (const { sentAt } of warnings) expect(sentAt.getTime()).toBeLessThan(START);
    const active = warnings.filter(({ expiresAt }) => expiresAt.getTime() > START);
    expect(active.length).toBeGreaterThan(5);
    expect(active.length).toBeLessThan(25);
  });

  it('stay on the posts given', () => {
    const keys = new Set(exerciseWarnings(posts, 'a', 30, START).flatMap((warning) => warning.missions));

    expect([...keys].sort()).toEqual(posts.map((post) => post.key).sort());
  });
});
