import { describe, expect, it } from '@jest/globals';
import { conditionsOf } from '../compile/conjuncts.js';
import { interpret } from '../compile/interpret.js';
import { loadPolicies } from '../compile/load-policies.js';
import { POLICIES } from '../generated/policies.js';
import { drawProbes } from '../testkit/probes.js';
import { mutantsOf } from './mutate.js';
import { loadSurvivors, runMutants } from './survivors.js';

const sources = loadPolicies();
const LONG = 120_000;

describe('policy mutation', () => {
  it(
    'leaves alive exactly the mutants that are listed with a reason, and finds no policy that changes nothing',
    () => {
      const { mutants, survivors, needless } = runMutants();
      const listed = loadSurvivors();

      expect(needless).toEqual([]);
      expect(survivors).toEqual(listed.map(({ reason: _, ...survivor }) => survivor));
      expect(listed.filter(({ reason }) => reason.length < 20)).toEqual([]);
      // A list that most mutants were on would excuse everything.
      expect(survivors.length).toBeLessThan(mutants / 10);
    },
    LONG,
  );

  it('drops and flips each conjunct of each policy', () => {
    const source = sources.find(({ rule }) => rule.annotations.id === 'VCDR-22-1');
    const policy = POLICIES.find(({ id }) => id === 'VCDR-22-1');
    if (source === undefined || policy === undefined) throw new RangeError('no policy VCDR-22-1');

    const changes = mutantsOf(source, policy).map(({ clause, change }) => `${change} ${clause}`);
    expect(changes.filter((each) => each.startsWith('drop'))).toHaveLength(changes.length / 2);
    expect(new Set(changes)).toEqual(new Set(['drop when', 'flip when', 'drop unless', 'flip unless']));
  });

  it('asks what the policies say: interpreted, each answers every probe as the compiled one does', () => {
    const compiled = new Map(POLICIES.map((policy) => [policy.id, policy]));
    const probes = drawProbes(500, 24);
    for (const source of sources) {
      const policy = compiled.get(source.rule.annotations.id);
      if (policy === undefined) throw new RangeError(`no policy \`${source.path}\``);
      const parts = conditionsOf(source).map(interpret);
      const interpreted = {
        ...policy,
        holds: (q: Parameters<typeof policy.holds>[0]) => parts.every((part) => part(q)),
      };

      expect({ path: source.path, told: probes.tells(policy, interpreted) }).toEqual({
        path: source.path,
        told: false,
      });
    }
  });

  it('sees a policy that is taken away', () => {
    const policy = POLICIES.find(({ id }) => id === 'VCDR-24');
    if (policy === undefined) throw new RangeError('no policy VCDR-24');

    expect(drawProbes(0, 1).tells(policy, null)).toBe(true);
    expect(drawProbes(0, 1).tells(policy, policy)).toBe(false);
  });
});
