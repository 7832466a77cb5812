import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import { CATEGORIES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { callerCitations } from '../decide/caller-citations.js';
import { createPolicyEngine } from '../engine.js';
import { toldRules } from './told-rules.js';

describe('the rules of an entry', () => {
  it('are told to whoever asked, and to the oversight of its State, as they were told with the answer', () => {
    const engine = createPolicyEngine();
    const view = viewOf(sealSnapshot({ number: 1, ...demoLaw() }), false);
    const labels = ['-', 'USA:3', 'NATO:2,USA:3'].flatMap((ranks) =>
      ['rel=*', 'rel=USA', 'rel=USA;oc=USA.intelligence:ORCON'].map((rest) => `l=${ranks};${rest};nat=*;pur=*`),
    );
    const told = new Set<string>();
    for (const label of labels) {
      const [start = '', oc = ''] = label.split(';oc=');
      const [ranks = '', rel = '', ...others] = start.split(';');
      const text = [ranks, rel, ...(oc === '' ? others : ['nat=*', 'pur=*', `oc=${oc.split(';')[0]}`])].join(';');
      const handling = parseHandling(`${text};own=USA.diplomatic-security;m=${EMBASSY}`);
      for (const { id } of PERSONAS) {
        for (const category of CATEGORIES) {
          const decision = engine.decide(profileOf(id), category, handling, 'read', view, NOW);
          const recorded = decision.citations.map(({ rule }) => rule);
          const rules = callerCitations(decision).map(({ rule }) => rule);
          expect(toldRules(recorded)).toEqual(rules);
          for (const rule of rules) told.add(rule);
        }
      }
    }
    expect(told).toContain('LABEL');
    expect(told.size).toBeGreaterThan(5);
  });
});
