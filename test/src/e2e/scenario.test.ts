import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCENARIO } from '../scenario/scenario.js';
import { type Send, Walk } from '../scenario/walk.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';

const STEP_MAX_MS = 60_000;

describe('the scenario of the demonstration', () => {
  let mesh: Mesh;
  let walk: Walk;
  beforeAll(async () => {
    mesh = await startMesh();
    const send: Send = async ({ as, purpose, document }, variables) =>
      mesh.as(as, purpose).query(document, { ...variables });
    walk = new Walk(send, { now: Date.now, mark: 'scenario', published: () => mesh.publishMade() });
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  for (const { title, steps } of SCENARIO) {
    for (const step of steps) {
      it(
        `${title}: ${step.says}`,
        async () => {
          const { problems, seen } = await walk.take(step);
          expect(problems).toEqual([]);
          for (const { sight, problems: wrong } of seen)
            expect({ says: sight.says, wrong }).toEqual({ says: sight.says, wrong: [] });
        },
        STEP_MAX_MS,
      );
    }
  }
});
