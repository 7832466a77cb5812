import { createPolicyEngine } from '@chancery/policy/engine';
import type { DecisionPoint } from '@chancery/shared/subgraph/visibility/decision-point';
import type { Category } from '@chancery/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS } from '../testkit/mesh.js';
import type { Leak } from './observer.js';
import { PLANTED } from './planted-leaks.js';
import { Randomness } from './randomness.js';
import { FEW } from './tables.js';
import { documentAbout, type Persona, Worlds } from './worlds.js';

const VIEWERS: readonly Persona[] = ['un.security', 'gbr.foreign-ministry'].map((as) => ({
  as,
  purpose: 'THREAT_PREVENTION',
}));
/** Cases after which a leak counts as missed. */
const CASES_MAX = 40;
const FOUND_WITHIN_MS = 300_000;

/** True once two worlds that are one for the viewer look different to it. */
async function isFound(worlds: Worlds, leak?: Leak, what = /./): Promise<boolean> {
  const random = new Randomness(7);
  const seeds = (count: number) => Array.from({ length: count }, () => random.below(2 ** 30));
  for (let tried = 0; tried < CASES_MAX; tried++) {
    const { first, second } = await worlds.compare(
      random.pick(VIEWERS),
      { tables: FEW, changes: seeds(90), documents: seeds(12).map((seed) => documentAbout(seed, what)) },
      leak ? { leak } : {},
    );
    if (JSON.stringify(first) !== JSON.stringify(second)) return true;
  }
  return false;
}

describe('a leak that is planted at the edge is found', () => {
  let worlds: Worlds;
  beforeAll(async () => {
    worlds = await Worlds.start();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => worlds.close());

  it.each(PLANTED)(
    '$name',
    async ({ plant, about }) => {
      expect(await isFound(worlds, plant(worlds.mesh), about)).toBe(true);
    },
    FOUND_WITHIN_MS,
  );
});

/** Subgraphs that decide a kind of data too openly, while the gateway decides it rightly: the guard of a column left out. */
function careless(category: Category): DecisionPoint {
  const engine = createPolicyEngine();
  return {
    version: engine.version,
    open(profile, view, now) {
      const decider = engine.open(profile, view, now);
      return {
        decide: (asked, handling, action) =>
          asked === category
            ? { effect: 'allow', validUntil: Number.POSITIVE_INFINITY }
            : decider.decide(asked, handling, action),
      };
    },
  };
}

describe('a guard that a subgraph leaves out is found, whatever the gateway decides', () => {
  it.each([
    {
      category: 'THREAT' as const,
      leaks: 'the order and the filter of a column that is closed (`reads: null`)',
      what: /\bwarnings\b/,
    },
    {
      category: 'EXISTENCE' as const,
      leaks: 'counts and pages of hidden rows',
      what: /\b(incidents|warnings)\b.*\btotalCount\b/,
    },
  ])(
    'of $category: $leaks',
    async ({ category, what }) => {
      const worlds = await Worlds.start({ decisions: careless(category) });
      try {
        expect(await isFound(worlds, undefined, what)).toBe(true);
      } finally {
        await worlds.close();
      }
    },
    FOUND_WITHIN_MS,
  );
});
