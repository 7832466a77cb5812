import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { describe, expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';
import { NOON, profileOf } from '../testkit/scenario.js';
import { readPolicy } from './read-policy.js';

const HEAD = `@id("C108-11") @instrument("C108") @article("11") @title("Privacy") @inForce("2018-10-10") @tell("caller") @code("PRIVACY")
  @summary("Privacy is protected.") @checked("false")`;
const bar = (unless: string) =>
  readPolicy('c108/C108-11.cedar', `${HEAD}\nforbid (principal, action, resource) unless { ${unless} };`);
const security = 'resource.grounds.contains(Ground::"nationalSecurity")';
const law = 'resource.grounds.contains(Ground::"lawReference")';
const without = 'national security lifts a bar without a reference to a law';

describe('an exception for national security (C108-11)', () => {
  it('builds only with the law that provides for it, on every way to it', () => {
    expect(() => bar(`${security} && ${law}`)).not.toThrow();
    expect(() => bar(security)).toThrow(without);
    expect(() => bar(`${security} || ${law}`)).toThrow(without);
    expect(() => bar(`(${security} || resource.published) && ${law}`)).not.toThrow();
    expect(() => bar(`${security} && (${law} || resource.published)`)).toThrow(without);
    expect(() => bar(`${security} && !${law}`)).toThrow(without);
  });

  it('is not covered by a word that merely stands beside the law', () => {
    const either = 'resource.grounds.containsAny([Ground::"lawReference", Ground::"publicTask"])';

    expect(() => bar(`${security} && ${either}`)).toThrow(without);
    expect(() => bar('resource.grounds.containsAny([Ground::"nationalSecurity", Ground::"legalClaim"])')).toThrow(
      without,
    );
  });

  it('concerns no other exception', () => {
    expect(() => bar('resource.grounds.contains(Ground::"explicitConsent")')).not.toThrow();
  });

  it('is reviewed by a body of oversight, which reads the audit of its State and no other', () => {
    const engine = createPolicyEngine();
    const inspectorate = profileOf('DEU.inspectorate', 'OVERSIGHT', 'OVERSIGHT');
    const view = viewOf(sealSnapshot({ number: 1, facts: [], acts: [] }), false);
    const audit = (owner: string) =>
      engine.decide(inspectorate, 'AUDIT', parseHandling(`l=-;rel=*;nat=*;pur=*;own=${owner}`), 'read', view, NOON)
        .effect;

    expect(audit('DEU.intelligence')).toBe('allow');
    expect(audit('USA.intelligence')).toBe('hide');
  });
});
