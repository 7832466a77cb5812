import { z } from 'zod';
import { AGENCY_KINDS, PURPOSES } from '../vocabulary.js';
import { listedShape } from './listed-operations.js';
import { AGENCY_TEXT, COMPARTMENT_TEXT, DATE_TEXT, POLICY_TEXT, RANK_NUMBER, REPRESENTED_TEXT } from './text-shapes.js';
import { TOKEN_ALGORITHMS } from './token-algorithms.js';

const httpsUrl = z
  .string()
  .max(200)
  .regex(/^https:\/\/[!-~]+$/, 'an https URL');

const ORIGINS_MAX = 20;

const ORIGIN = 'an https origin, such as https://ui.usa.example';

/** An origin as browsers send it (RFC 6454 section 6.2): no path, no wildcard, and nothing that is not protected on its way. */
const originText = z
  .string()
  .regex(/^https:\/\/[a-z0-9.-]+(:[0-9]{1,5})?$/, { message: ORIGIN, abort: true })
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, ORIGIN);

/** The fields of a trust agreement; docs/trust-agreement.schema.json is made of this. */
const fields = z.strictObject({
  v: z.literal(1).describe('Version of this format.'),
  id: z
    .string()
    .regex(/^TA-[A-Z0-9-]{1,64}$/, 'an agreement id, such as TA-USA-DS')
    .describe('Name of the agreement.'),
  issuer: httpsUrl.describe('`iss` of the tokens, exactly.'),
  audience: z.string().min(1).max(100).describe('What `aud` of the tokens must be or hold.'),
  algorithms: z.array(z.enum(TOKEN_ALGORITHMS)).min(1).describe('Algorithms that a token may be signed with.'),
  jwks: z
    .strictObject({ keys: z.array(z.record(z.string(), z.unknown())).max(20) })
    .nullish()
    .describe('Public keys (RFC 7517), each with a `kid`; exactly one of `jwks`, `jwksUri` and `discovery`.'),
  jwksUri: httpsUrl.nullish().describe('Where the issuer publishes its keys (RFC 7517).'),
  discovery: z
    .literal(true)
    .nullish()
    .describe('The metadata of the issuer says where (OpenID Connect Discovery 1.0).'),
  represents: REPRESENTED_TEXT.describe('State (ISO 3166-1 alpha-3) or organisation that the agencies act for.'),
  agencies: z
    .record(AGENCY_TEXT, z.enum(AGENCY_KINDS))
    .describe('Agencies whose tokens this issuer makes, each with its kind.'),
  ceiling: z
    .record(POLICY_TEXT, RANK_NUMBER)
    .describe('Highest rank by marking policy, 0 to 4; a policy that is not named is not trusted at any rank.'),
  compartments: z.array(COMPARTMENT_TEXT).describe('Compartments that a token may claim.'),
  purposes: z.array(z.enum(PURPOSES)).describe('Purposes that a token may claim.'),
  origins: z
    .array(originText)
    .max(ORIGINS_MAX)
    .optional()
    .describe('Origins of web pages that may ask with its tokens; none when left out.'),
  operations: listedShape
    .optional()
    .describe('SHA-256 of each document that may be sent, with the document or null; any document when left out.'),
  tokenAgeMaxSeconds: z.int().min(1).max(86_400).describe('How old a token may be, from `iat`.'),
  clockSkewSeconds: z.int().min(0).max(120).describe('How far the clocks of the two may be apart.'),
  validFrom: DATE_TEXT.describe('First day on which it is in force, UTC.'),
  validTo: DATE_TEXT.describe('First day on which it no longer is, UTC.'),
});

const { jwks, jwksUri, discovery, represents, validFrom, validTo } = fields.shape;

/** Runs a check across fields as soon as those are right, whatever else is wrong, so that one look shows all. */
const whenRight =
  (shape: z.ZodRawShape) =>
  ({ value }: { readonly value: unknown }): boolean =>
    z.object(shape).safeParse(value).success;

export const agreementShape = fields
  .refine(
    (agreement) =>
      [agreement.jwks, agreement.jwksUri, agreement.discovery].filter((given) => given != null).length === 1,
    {
      path: ['jwks'],
      message: 'exactly one of `jwks`, `jwksUri` and `discovery`',
      when: whenRight({ jwks, jwksUri, discovery }),
    },
  )
  .refine((agreement) => agreement.validFrom < agreement.validTo, {
    path: ['validTo'],
    message: 'a day after `validFrom`',
    when: whenRight({ validFrom, validTo }),
  })
  .refine((agreement) => Object.keys(agreement.agencies).every((id) => id.startsWith(`${agreement.represents}.`)), {
    path: ['agencies'],
    message: 'agencies of the State or organisation represented',
    when: whenRight({ represents, agencies: z.record(z.string(), z.unknown()) }),
  });

/** JSON Schema of an agreement, for editors and for agencies that write one. */
export const agreementSchema = (): object => ({
  ...z.toJSONSchema(fields, { io: 'input' }),
  title: 'Trust agreement of Chancery',
});
