import { ERRORS } from '@chancery/shared/errors';
import { ACT_KINDS, AGENCY_KINDS, OBLIGATION_KINDS, PURPOSES, WITHHELD_CODES } from '@chancery/shared/vocabulary';
import { z } from 'zod';

const path = z.array(z.union([z.string(), z.int().nonnegative()]));

const citation = z.strictObject({
  rule: z.string().describe('Rule id; `Query.rule` and docs/legal-register.md explain it.'),
  instrument: z.string(),
  article: z.string(),
});

/** Where in the answer an item applies. */
const places = {
  count: z.int().positive().describe('Values of this answer that it covers.'),
  paths: z.array(path).min(1).describe('Up to 100 places, then patterns with "*" for any index that cover the others.'),
  pathsTruncated: z.boolean().describe('True when the last of `paths` are patterns.'),
};

const needs = z
  .strictObject({
    acts: z.array(z.enum(ACT_KINDS)).optional(),
    purposes: z.array(z.enum(PURPOSES)).optional(),
    agencyKinds: z.array(z.enum(AGENCY_KINDS)).optional(),
  })
  .describe('One of them would do; none when it turns on the record alone.');

const coordinate = z.string().describe('`Type.field`, or EXISTENCE for the row itself.');

const withheldItem = z.strictObject({
  coordinate,
  code: z.enum(WITHHELD_CODES),
  citations: z.array(citation),
  liftedBy: z.array(z.enum(ACT_KINDS)).describe('Acts that would lift it; empty when none would, or may be told.'),
  closest: z
    .array(citation.extend({ title: z.string(), needs }))
    .describe('Permits that come closest to a value without a basis.'),
  ...places,
});

const obligation = z.strictObject({
  kind: z.enum(OBLIGATION_KINDS),
  rule: z.string(),
  by: z.string().describe('Who owes it: your agency, or DISCLOSER.'),
  to: z.string().nullable().describe('Who is to be told; null where nobody is.'),
  dueAt: z.iso.datetime(),
  coordinate,
  ...places,
});

const basisItem = z.strictObject({
  coordinate,
  citations: z.array(citation),
  acts: z.array(z.string()),
  mark: z.string().describe('What stands above each of these values alone, as the banner stands above all.'),
  ...places,
});

/** `extensions` of an answer, as docs/answer.schema.json tells clients. Fields may be added; none changes its meaning. */
export const EXTENSIONS = z.strictObject({
  audit: z
    .strictObject({
      receipt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
      resume: z
        .string()
        .regex(/^[A-Za-z0-9_-]+$/)
        .optional()
        .describe('Of an event: what its subscriber comes back with to what follows it.'),
    })
    .optional()
    .describe('The entry on the ledger; absent from some refusals.'),
  banner: z
    .strictObject({ text: z.string(), exercise: z.boolean() })
    .optional()
    .describe(
      'The mark of what is in the answer, or those of several owners, each to be obeyed; absent from refusals.',
    ),
  withheld: z.array(withheldItem).optional(),
  obligations: z.array(obligation).optional().describe('What receiving this answer makes somebody owe.'),
  basis: z.array(basisItem).optional().describe('On what each value stands; when the request asks for it.'),
  stale: z
    .literal(true)
    .optional()
    .describe(
      'There when facts and acts were not confirmed in time: what hangs on them was closed, so that rows may be missing and counts small.',
    ),
});

/** `extensions` of an item of `errors`. */
export const ERROR_EXTENSIONS = z.strictObject({
  code: z.enum(Object.keys(ERRORS) as [keyof typeof ERRORS, ...(keyof typeof ERRORS)[]]),
  argument: z.string().optional().describe('The input or the header that is meant.'),
  citations: z.array(citation).optional().describe('Of a refused change: the rules that refuse it.'),
});

/** JSON Schema of a whole answer, its data aside. */
export function answerSchema(): object {
  const answer = z.object({
    data: z.unknown().optional(),
    errors: z
      .array(
        z.object({
          message: z.string(),
          path: path.optional(),
          locations: z.array(z.object({ line: z.int(), column: z.int() })).optional(),
          extensions: ERROR_EXTENSIONS,
        }),
      )
      .optional(),
    extensions: EXTENSIONS.optional(),
  });
  // A client must not break when a field is added.
  const schema = z.toJSONSchema(answer, { override: ({ jsonSchema }) => void delete jsonSchema.additionalProperties });
  return { ...schema, title: 'Answer of Chancery' };
}
