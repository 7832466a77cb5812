import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Coordinate } from '../vocabulary.js';
import { supergraphPaths } from './supergraph-paths.js';

const find = supergraphPaths(readFileSync(new URL('../../../../supergraph.graphql', import.meta.url), 'utf8'));
const LISTED: readonly Coordinate[] = [
  'Incident.city',
  'Mission.city',
  'Mission.premises',
  'Premises.floorPlan',
  'Warning.body',
];

describe('a path of an answer', () => {
  it.each<[string, readonly Coordinate[]]>([
    ['embassy.premises.floorPlan', ['Premises.floorPlan']],
    ['floorPlan', ['Premises.floorPlan']],
    ['missions.edges.3.node.premises.floorPlan', ['Premises.floorPlan']],
    ['missions.edges[3].node.city', ['Mission.city']],
    ['incidents.edges.0.node.city', ['Incident.city']],
    ['incidents.edges.0.node.mission.city', ['Mission.city']],
    ['embassy.premises', ['Mission.premises']],
  ])('%s is found from its end', (path, meant) => {
    expect(find(path, LISTED)).toEqual(meant);
  });

  it.each<[string, readonly Coordinate[]]>([
    ['city', ['Incident.city', 'Mission.city']],
    ['embassy.premises.myDrawing', ['Premises.floorPlan']],
    ['x', LISTED],
    ['premises.city', []],
    ['viewer.floorPlan', []],
    ['', LISTED],
  ])('%s is left to whom it could belong, an alias to any', (path, meant) => {
    expect(find(path, LISTED)).toEqual(meant);
  });
});
