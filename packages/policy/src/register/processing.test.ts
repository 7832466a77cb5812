import { readFileSync } from 'node:fs';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { CATEGORIES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { NOON, profileOf } from '../testkit/scenario.js';
import { ROOT } from './catalogue-entries.js';
import { isPersonal, printProcessing } from './print-processing.js';

const text = printProcessing(POLICIES);

describe('the register of processing (GDPR-30)', () => {
  it('is what the policies say now', () => {
    expect(readFileSync(new URL('docs/processing-register.md', ROOT), 'utf8')).toBe(text);
  });

  it('has every kind of personal data and no other, with every basis and bar that there is for it', () => {
    const sections = new Map(
      text
        .split('\n## ')
        .slice(1)
        .map((section) => [section.slice(0, section.indexOf('\n')), section]),
    );

    expect([...sections.keys()]).toEqual(CATEGORIES.filter(isPersonal));
    for (const { id, categories, effect } of POLICIES.filter((policy) => policy.effect !== 'duty')) {
      for (const [category, section] of sections) {
        const about = categories.some((each) => each === category);
        const named =
          effect === 'permit'
            ? section.includes(`| ${id}:`)
            : section
                .match(/Barred by: (.*)\./)?.[1]
                ?.split(', ')
                .includes(id);
        expect({ id, category, named: named ?? false }).toEqual({ id, category, named: about });
      }
    }
  });

  it('tells of a basis what it can serve and whom it can reach', () => {
    expect(text).toMatch(/GDPR-6: .* \| PROTECT_LIFE, EVACUATION, CONSULAR_ASSISTANCE \|/);
    expect(text).toMatch(/LED-37-38: .* \| DIPLOMATIC_SECURITY, POLICE, COURT, CUSTOMS, BORDER \|/);
    expect(text).not.toMatch(/GDPR-6: .*TRAINING/);
  });

  it('is shown to the body that oversees the processing of its own State', () => {
    const engine = createPolicyEngine();
    const officer = profileOf('DEU.data-protection', 'OVERSIGHT', 'OVERSIGHT');
    const view = viewOf(sealSnapshot({ number: 1, facts: [], acts: [] }), false);
    const read = (owner: string) =>
      engine.decide(officer, 'AUDIT', parseHandling(`l=-;rel=*;nat=*;pur=*;own=${owner}`), 'read', view, NOON).effect;

    expect([read('DEU.foreign-ministry'), read('FRA.foreign-ministry')]).toEqual(['allow', 'hide']);
  });
});
