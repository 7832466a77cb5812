import { CATEGORIES, type Category } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GROUNDS, type Ground } from '../compiled/bits.js';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { type CaseRequest, decideCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { actOf } from '../testkit/scenario.js';
import { anyRequest } from '../testkit/varied-case.js';

const engine = createPolicyEngine();
const seed = fc.nat({ max: 2 ** 31 });
/** One says that rights of the person prevail (LED 38(2)), the other that the matter lies outside (GDPR 2(2)(a)). */
const NO_GROUNDS: readonly Ground[] = ['rightsOverride', 'nationalSecurity'];
const LAWS = ['GDPR-', 'LED-', 'EUDPR-'];

function withGround(request: CaseRequest, ground: Ground): CaseRequest {
  const { handling } = request;
  if (handling.includes('!') || new RegExp(`[=+]${ground}\\b`).test(handling)) return request;
  const tags = /;t=([^;]+)/.exec(handling)?.[1]?.split('+') ?? [];
  const text = `;t=${[...tags, ground].sort().join('+')}`;
  const without = handling.replace(/;t=[^;]+/, '');
  const key = without.indexOf(';x=');
  return {
    ...request,
    handling: key < 0 ? `${without}${text}` : `${without.slice(0, key)}${text}${without.slice(key)}`,
  };
}

function withAgreement(request: CaseRequest, key: string): CaseRequest {
  const owner = /;own=([A-Z]+)\./.exec(request.handling)?.[1] ?? 'DEU';
  const agreement = actOf('AGREEMENT', 'GOVERNMENT', [], {
    id: 'act_more',
    by: { represents: owner, office: 'GOVERNMENT' },
    to: { represents: '*', agencies: ['*'] },
    scope: { missions: [], keys: [key], persons: [], categories: ['*'] },
    until: null,
  });
  return { ...request, acts: [...request.acts, agreement] };
}

/** Opens more, or as much, after each change. */
function neverCloses(changes: readonly ((request: CaseRequest) => CaseRequest)[]): void {
  let open = 0;
  fc.assert(
    fc.property(seed, fc.nat(), (asked, chosen) => {
      const request = anyRequest(seededSource(asked), asked % 500);
      if (decideCase(engine, request).effect !== 'allow') return;
      open += 1;
      const change = changes[chosen % changes.length];
      const changed = change === undefined ? request : change(request);
      expect({ changed, effect: decideCase(engine, changed).effect }).toMatchObject({ effect: 'allow' });
    }),
    { numRuns: 4000, seed: 49 },
  );
  expect(open).toBeGreaterThan(300);
}

describe('a legal ground', () => {
  const grounds = GROUNDS.filter((ground) => !NO_GROUNDS.includes(ground));

  it('never closes what is open without it', () => {
    neverCloses(grounds.map((ground) => (request) => withGround(request, ground)));
  });

  it('nor together with another', () => {
    neverCloses(
      grounds.flatMap((one) =>
        grounds.map((other) => (request: CaseRequest) => withGround(withGround(request, one), other)),
      ),
    );
  });
});

describe('an adequacy decision, or safeguards', () => {
  it('never close what is open without them', () => {
    const keys = ['DATA ADEQUACY', 'DATA ADEQUACY GDPR', 'DATA ADEQUACY LED', 'DATA SAFEGUARDS'];
    neverCloses(keys.map((key) => (request) => withAgreement(request, key)));
  });
});

describe('the laws on personal data', () => {
  const all = createPolicyEngine({
    policies: POLICIES.map((policy) => (policy.effect === 'forbid' ? { ...policy, alwaysHolds: () => false } : policy)),
  });

  it('are cited one at a time: no value falls under two of them', () => {
    let cited = 0;
    fc.assert(
      fc.property(seed, (asked) => {
        const random = seededSource(asked);
        const request = {
          ...anyRequest(random, asked % 500),
          category: random.pick<Category>(['VICTIM', ...CATEGORIES]),
        };
        const rules = decideCase(all, request).citations.map(({ rule }) => rule);
        const laws = LAWS.filter((law) => rules.some((rule) => rule.startsWith(law)));
        expect({ request, laws }).toEqual({ request, laws: laws.slice(0, 1) });
        cited += laws.length;
      }),
      { numRuns: 8000, seed: 16 },
    );

    expect(cited).toBeGreaterThan(100);
  });
});
