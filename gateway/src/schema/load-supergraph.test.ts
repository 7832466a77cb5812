import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { printSchema } from 'graphql';
import { loadSupergraph } from './load-supergraph.js';

const SDL = readFileSync(new URL('../../../supergraph.graphql', import.meta.url), 'utf8');

describe('the loaded supergraph', () => {
  const supergraph = loadSupergraph(SDL);

  it('shows callers nothing of handling, categories or federation', () => {
    const visible = printSchema(supergraph.consumerSchema);
    expect(visible).toContain('type Warning');
    for (const word of ['andling', 'enum Category', 'HandledBy', 'join__', 'inaccessible', '@category', '@handled']) {
      expect(visible.replace(/"""[\s\S]*?"""/g, '')).not.toContain(word);
    }
  });

  it('knows the category, floor and owner of what it serves', () => {
    expect(supergraph.policyOf('Premises', 'floorPlan')).toMatchObject({
      coordinate: 'Premises.floorPlan',
      category: 'PREMISES_RESCUE',
      floor: 0,
      optional: false,
    });
    expect(supergraph.policyOf('Warning', 'sourceRef')).toMatchObject({ category: 'INTEL_SOURCE', optional: true });
    expect(supergraph.policyOf('MissionEdge', 'node').category).toBeNull();
    expect(supergraph.ownerOf('Mission')).toBe('missions');
    expect(supergraph.ownerOf('Warning')).toBe('intel');
    expect(supergraph.ownerOf('Custody')).toBeNull();
    expect(supergraph.handledBy('Custody')).toBe('PARENT');
    expect(supergraph.handledBy('Query')).toBeNull();
  });

  it('has no field without a rule', () => {
    expect(() => supergraph.policyOf('Mission', 'secretBudget')).toThrow('no policy for `Mission.secretBudget`');
  });

  it('knows the schema of each subgraph by what composition wrote at its head, and nowhere else', () => {
    const missions = createHash('sha256').update(
      readFileSync(new URL('../../../services/missions/schema.graphql', import.meta.url)),
    );
    expect(supergraph.schemaOf('missions')).toBe(`sha256:${missions.digest('hex')}`);
    expect(supergraph.schemaOf('nobody')).toBe(supergraph.digest);

    const [head = '', ...body] = SDL.split('\n\n');
    const moved = loadSupergraph([...body, head].join('\n\n'));
    expect(moved.schemaOf('missions')).toBe(moved.digest);
  });

  it.each([
    ['a field without a category', 'city: String @category(is: PUBLIC_FACT)', 'city: String'],
    [
      'two categories on one field',
      'floorPlan: String @category(is: PREMISES_RESCUE)',
      'floorPlan: String @category(is: PREMISES_RESCUE) @category(is: PUBLIC_FACT)',
    ],
    [
      'a category outside the vocabulary',
      'floorPlan: String @category(is: PREMISES_RESCUE)',
      'floorPlan: String @category(is: HARMLESS)',
    ],
    ...['9', '5', '-1', '1.5', '"1"', 'null'].map((floor): [string, string, string] => [
      `a floor of ${floor}`,
      'floorPlan: String @category(is: PREMISES_RESCUE)',
      `floorPlan: String @category(is: PREMISES_RESCUE, floor: ${floor})`,
    ]),
    ['a type that does not say by what it is handled', 'type Custody @handled(by: PARENT)', 'type Custody'],
    [
      'a labelled type without a handling',
      /type Premises [\s\S]*?handling: Handling! [^\n]*@inaccessible/,
      'type Premises @handled(by: OWN) @join__type(graph: MISSIONS, key: "id") {\n  id: ID!\n',
    ],
  ])('refuses to start on %s', (_name, from, to) => {
    const broken = SDL.replace(from, to);
    expect(broken).not.toBe(SDL);
    expect(() => loadSupergraph(broken)).toThrow();
  });
});
