import { readFileSync } from 'node:fs';
import { incidents } from '@chancery/incidents/service';
import { intel } from '@chancery/intel/service';
import { missions } from '@chancery/missions/service';
import { watchedKinds } from '@chancery/shared/subgraph/aggregate/watched-kind';
import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';

const SUPERGRAPH = new URL('../../../supergraph.graphql', import.meta.url);

/** Fields of a type of the supergraph with the names of their types. */
function fieldsOf(name: string): ReadonlyMap<string, string> {
  const { definitions } = parse(readFileSync(SUPERGRAPH, 'utf8'));
  const found = definitions.find((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === name);
  if (found?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new Error(`no type ${name}`);
  return new Map(
    (found.fields ?? []).map(({ name: { value }, type }) => [
      value,
      type.kind === Kind.NAMED_TYPE ? type.name.value : '',
    ]),
  );
}

describe('the kinds of record that a requirement is met by', () => {
  const kinds = [intel, incidents, missions].flatMap(({ aggregates }) => watchedKinds(aggregates));

  it('are those that their services say are watched: each has its place in a match, its connection and its question', () => {
    const { requirement, ...match } = Object.fromEntries(fieldsOf('RequirementMatch'));
    expect(requirement).toBe('StandingRequirement');
    expect(match).toEqual(Object.fromEntries(kinds.map(({ one, aggregate }) => [one, aggregate.declared.name])));
    const asked = fieldsOf('StandingRequirement');
    for (const { one, many } of kinds) {
      expect([many, asked.has(many)]).toEqual([many, true]);
      expect([one, asked.get(`${one}MatchedNow`)]).toEqual([one, 'MatchedNow']);
    }
  });
});
