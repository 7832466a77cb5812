import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';
import { factOf, NOON, profileOf } from '../testkit/scenario.js';

it('decisions on records of one class differ by the relation to the mission, the treaty and the status of the post', () => {
  const engine = createPolicyEngine();
  const fire = profileOf('DEU.fire-service', 'EMERGENCY_SERVICE', 'PROTECT_LIFE');
  const facts = [
    factOf('Q1'),
    factOf('Q2', { receiving: 'GBR' }),
    factOf('Q3', { regime: 'VCCR_HONORARY' }),
    factOf('Q4', { legalStatus: 'UNNOTIFIED' }),
    factOf('Q5', { sending: 'DEU', receiving: 'USA' }),
    factOf('Q6'),
  ];
  const decider = engine.open(fire, viewOf(sealSnapshot({ number: 1, facts, acts: [] }), false), NOON);
  const codes = facts.map(({ m }) => {
    const record = parseHandling(`l=-;rel=*;nat=*;pur=*;own=USA.intelligence;m=${m}`);
    const { code, citations } = decider.decide('PREMISES_RESCUE', record, 'read');
    return `${code} ${citations.map(({ rule }) => rule)}`;
  });

  expect(codes[5]).toBe(codes[0]);
  expect(codes[0]).toContain('VCDR-22-1');
  for (const other of codes.slice(1, 5)) expect(other).not.toContain('VCDR-22-1');
});
