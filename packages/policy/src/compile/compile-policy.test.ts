import { AGENCY_KINDS, PURPOSES, ROLES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { ROLE } from '../compiled/bits.js';
import type { CompiledPolicy } from '../compiled/compiled-policy.js';
import type { ProfileInput } from '../compiled/policy-input.js';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { decideCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { anyRequest } from '../testkit/varied-case.js';
import { compilePolicy } from './compile-policy.js';
import { loadPolicies } from './load-policies.js';

const REQUESTS = 2_000;
const compiled = loadPolicies().map(compilePolicy);

/** Every kind and purpose, with the roles one by one. */
const PROFILES: readonly ProfileInput[] = AGENCY_KINDS.flatMap((kind) =>
  PURPOSES.flatMap((purpose) =>
    ROLES.flatMap((role) =>
      [true, false].map((needToKnow) => ({ kind, purpose, needToKnow, ownUse: !needToKnow, roles: ROLE[role] })),
    ),
  ),
);

function boundOf(policy: CompiledPolicy, profile: ProfileInput): number {
  switch (policy.effect) {
    case 'permit':
      return Number(policy.couldHold(profile));
    case 'forbid':
      return Number(policy.alwaysHolds(profile));
    case 'duty':
      return 0;
  }
}

describe('a law that is compiled without being printed', () => {
  it('has the rules of the printed one, each with what it says of itself', () => {
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(JSON.parse(JSON.stringify(POLICIES)));
  });

  it('excludes for each profile what the printed one excludes, and bars what it bars', () => {
    const told = (policies: readonly CompiledPolicy[]): string[] =>
      policies.map((policy) => `${policy.id} ${PROFILES.map((profile) => boundOf(policy, profile)).join('')}`);
    expect(told(compiled)).toEqual(told(POLICIES));
  });

  it('decides as the printed one does, by the same rules', () => {
    const [own, other] = [createPolicyEngine(), createPolicyEngine({ policies: compiled })];
    const random = seededSource(17);
    for (let index = 0; index < REQUESTS; index += 1) {
      const request = anyRequest(random, index);
      expect(decideCase(other, request)).toEqual(decideCase(own, request));
    }
  });
});
