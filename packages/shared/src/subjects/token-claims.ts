import { z } from 'zod';
import {
  AGENCY_TEXT,
  COMPARTMENT_TEXT,
  DATE_TEXT,
  POLICY_TEXT,
  RANK_NUMBER,
  REPRESENTED_TEXT,
  STATE_TEXT,
} from './text-shapes.js';

/** NumericDate of RFC 7519 section 2, which may have a fraction. */
const seconds = z.number().min(0).max(253_402_300_799);
/** Half of a pair of surrogates is no letter: whatever hashes or keeps it takes each for the same. */
const letters = (max: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\P{Surrogate}*$/u, 'a text of whole letters');
const purposeText = z.string().regex(/^[A-Z][A-Z_]{0,39}$/, 'a purpose');

const clearanceShape = z.object({
  policy: POLICY_TEXT,
  rank: RANK_NUMBER,
  briefedAt: DATE_TEXT.nullable().default(null),
  ndaAt: DATE_TEXT.nullable().default(null),
  // Left out is not the same as "does not end": see clipClearances.
  until: DATE_TEXT.nullable().optional(),
});

/**
 * Claims of an agency token. Unknown ones are ignored; a missing attribute is the empty value, never everything.
 * Who it is about, until when, and its id must be said.
 */
export const tokenClaimsShape = z.object({
  iss: z.string(),
  sub: letters(256),
  aud: z.unknown(),
  iat: seconds,
  nbf: seconds.optional(),
  exp: seconds,
  jti: letters(128),
  chancery: z.object({
    represents: REPRESENTED_TEXT,
    agency: AGENCY_TEXT,
    nationalities: z.array(STATE_TEXT).max(8).default([]),
    compartments: z.array(COMPARTMENT_TEXT).max(64).default([]),
    clearances: z
      .array(clearanceShape)
      .max(16)
      .refine((all) => new Set(all.map(({ policy }) => policy)).size === all.length, 'one clearance a policy')
      .default([]),
    purposes: z.array(purposeText).max(32).default([]),
  }),
});

export type TokenClaims = z.infer<typeof tokenClaimsShape>;
