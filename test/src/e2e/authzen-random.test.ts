import { seededSource } from '@chancery/policy/testkit/random';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { AccessAsker, decided, reading } from '../testkit/access-asker.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh, supergraph } from '../testkit/mesh.js';
import { valueAt } from './answer.js';

/** Kinds of record that have a list, with their fields that hold one value. */
function listsOf() {
  const roots = Object.values(supergraph.consumerSchema.getQueryType()?.getFields() ?? {});
  return roots.flatMap(
    ({ name: list, type: listed, args }): { list: string; type: string; fields: [string, ...string[]] }[] => {
      const type = getNamedType(listed).name.replace(/Connection$/, '');
      const own = supergraph.consumerSchema.getType(type);
      if (!getNamedType(listed).name.endsWith('Connection') || args.some(isRequiredArgument) || !isObjectType(own))
        return [];
      const leaves = Object.values(own.getFields()).filter(
        (each) => each.args.length === 0 && isLeafType(getNamedType(each.type)),
      );
      const [first, ...others] = leaves
        .map(({ name }) => name)
        .filter((name) => supergraph.policyOf(type, name).category !== null);
      return first === undefined ? [] : [{ list, type, fields: [first, ...others] }];
    },
  );
}

describe('the Authorization API', () => {
  let mesh: Mesh;
  let access: AccessAsker;
  beforeAll(async () => {
    mesh = await startMesh();
    access = new AccessAsker(mesh);
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  it('decides random values of random kinds of record as GraphQL does', async () => {
    const random = seededSource(20);
    const [firstList, ...otherLists] = listsOf();
    if (firstList === undefined) throw new Error('nothing is listed');
    expect(otherLists.length).toBeGreaterThan(50);
    const askers: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
      ['usa.intelligence', 'THREAT_PREVENTION'],
      ['usa.diplomatic-security', 'INCIDENT_RESPONSE'],
      ['deu.police', 'THREAT_PREVENTION'],
      ['gbr.foreign-ministry', 'EVACUATION'],
    ];
    const counted = new Map<boolean, number>();
    for (let drawn = 0; drawn < 60; drawn += 1) {
      const [persona, purpose] = random.pick(askers);
      const { list, type, fields } = random.pick([firstList, ...otherLists]);
      const headers = { 'chancery-reason': 'a drill of the post' };
      const asker = mesh.withToken(mesh.tokenOf(persona, purpose), headers);
      const page = await asker.query(`{ ${list}(first: 2) { edges { node { id } } } }`);
      const [first, ...others] = (valueAt(page, `${list}.edges`) as { node: { id: string } }[]).map(
        ({ node }) => node.id,
      );
      if (first === undefined) continue;
      const [id, name] = [random.pick([first, ...others]), random.pick(fields)];
      const read = await asker.query(`query ($id: ID!) { node(id: $id) { ... on ${type} { value: ${name} } } }`, {
        id,
      });
      const item = read.body.extensions?.withheld?.find(({ coordinate }) => coordinate === `${type}.${name}`);
      const mayHide = supergraph.policyOf(type, name).optional && valueAt(read, 'node.value') === null;
      const question = {
        subject: await access.selfOf(persona, purpose),
        action: reading(name),
        resource: { type, id },
      };
      const { decision, context } = decided(await access.ask(persona, purpose, 'evaluation', question, headers));
      expect([persona, type, name, decision, context?.code]).toEqual([
        persona,
        type,
        name,
        item === undefined && !mayHide,
        item?.code,
      ]);
      counted.set(decision, (counted.get(decision) ?? 0) + 1);
    }
    expect(Math.min(counted.get(true) ?? 0, counted.get(false) ?? 0)).toBeGreaterThan(5);
  }, 240_000);
});
