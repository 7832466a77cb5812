import { createPolicyEngine } from '@chancery/policy/engine';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import type { Category, Coordinate } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { exerciseWarnings } from './exercise-warnings.js';

const post = { kind: 'EMBASSY', sendingState: 'USA', receivingState: 'DEU' };
const posts = [
  { ...post, key: 'Q875787', city: 'Berlin' },
  { ...post, key: 'Q470042', city: 'Munich' },
];
const warnings = new Map(
  exerciseWarnings(posts, 'exercise 1', 6, Date.parse('2026-09-21T06:00:00Z')).map((warning) => [
    warning.reference,
    warning,
  ]),
);
const READ: readonly (readonly [letter: string, Coordinate, Category])[] = [
  ['E', 'EXISTENCE', 'EXISTENCE'],
  ['M', 'Warning.missions', 'THREAT'],
  ['T', 'Warning.tearline', 'THREAT'],
  ['B', 'Warning.body', 'THREAT'],
  ['S', 'Warning.sourceRef', 'INTEL_SOURCE'],
];
const engine = createPolicyEngine();
const view = viewOf(sealSnapshot({ number: 1, ...demoLaw() }), false);

/** The letters of what a persona may read of a warning that is about preventing a threat. */
function readable(persona: string, reference: string): string {
  const handling = parseHandling(warnings.get(reference)?.handling ?? '');
  const profile = profileOf(persona, 'THREAT_PREVENTION');
  return READ.flatMap(([letter, coordinate, category]) => {
    const narrowed = handlingAt(handling, coordinate, category, 0);
    return engine.decide(profile, category, narrowed, 'read', view, NOW).effect === 'allow' ? [letter] : [];
  }).join('');
}

describe('the release of exercise warnings', () => {
  it('gives a warning for partners in full to both of them, its source to neither', () => {
    expect(readable('usa.diplomatic-security', 'W-0001')).toBe('EMTB');
    expect(readable('gbr.foreign-ministry', 'W-0001')).toBe('EMTB');
    expect(readable('usa.intelligence', 'W-0001')).toBe('EMTBS');
  });

  it('gives the receiving State the tearline of a secret warning and not its body', () => {
    expect(readable('deu.police', 'W-0001')).toBe('EMT');
    expect(readable('deu.police', 'W-0002')).toBe('EMT');
  });

  it('keeps what stands in a compartment from those who are cleared but not in it', () => {
    expect(readable('usa.diplomatic-security', 'W-0002')).toBe('EMT');
    expect(readable('usa.intelligence', 'W-0002')).toBe('EMTBS');
  });

  it('hides a warning for nationals from everyone else, and one for partners from the host', () => {
    expect(readable('usa.diplomatic-security', 'W-0003')).toContain('EMTB');
    for (const persona of ['gbr.foreign-ministry', 'deu.police', 'deu.foreign-ministry', 'ury.observer'])
      expect(readable(persona, 'W-0003')).toBe('');
    expect(readable('gbr.foreign-ministry', 'W-0006')).toBe('EMTB');
    expect(readable('deu.police', 'W-0006')).toBe('');
  });

  it('lets everyone know of an open warning, nobody its source, and the report behind it to partners alone', () => {
    for (const persona of ['deu.police', 'gbr.foreign-ministry', 'un.security'])
      expect(readable(persona, 'W-0005')).toMatch(/^E[MTB]*$/);
    for (const persona of ['deu.police', 'deu.foreign-ministry', 'un.security', 'ury.observer'])
      expect(readable(persona, 'W-0005')).not.toContain('B');
    expect(readable('usa.diplomatic-security', 'W-0005')).toContain('B');
  });
});
