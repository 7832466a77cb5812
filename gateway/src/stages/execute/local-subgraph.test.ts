import { DateTime } from '@chancery/shared/schema/scalars';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Asking } from '../identify/identify.js';
import type { Consultations, Consulted } from './consulted.js';
import { createLocalSubgraph } from './local-subgraph.js';

const SDL =
  'scalar DateTime type Query { explain(id: ID!, coordinate: String!, asOf: DateTime): Explanation } type Explanation { allowed: Boolean! }';
const TEXT = 'query ($id: ID!, $asOf: DateTime) { explain(id: $id, coordinate: "EXISTENCE", asOf: $asOf) { allowed } }';
const instants = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

describe("the gateway's own part of the schema", () => {
  it('is asked about the very instant that the caller wrote, in whatever year and to the millisecond', async () => {
    const asked: unknown[] = [];
    const consultations = {
      explain: async (_asking: unknown, { asOf }: { asOf?: string | null }) => {
        asked.push(asOf);
        return { allowed: true };
      },
    } as unknown as Consultations;
    const answer = createLocalSubgraph(SDL, consultations);
    const asking = { profile: { subject: { clearances: [] } }, token: { expiresAt: 0 } } as unknown as Asking;
    const property = fc.asyncProperty(instants, async (instant) => {
      // As the scalar of the gateway gives it, whichever way the caller wrote it.
      const asOf = DateTime.parseValue(instant.toISOString());
      await answer(asking, TEXT, { id: 'prm_1', asOf }, {} as Consulted);
      expect(asked.at(-1)).toBe(instant.toISOString());
    });
    await fc.assert(property);
  });
});
