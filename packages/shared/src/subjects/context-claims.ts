import { z } from 'zod';
import { ACTIONS, AGENCY_KINDS, PURPOSES } from '../vocabulary.js';
import type { Subject } from './subject.js';
import {
  AGENCY_TEXT,
  COMPARTMENT_TEXT,
  DATE_TEXT,
  POLICY_TEXT,
  RANK_NUMBER,
  REPRESENTED_TEXT,
  STATE_TEXT,
} from './text-shapes.js';

export const ISSUER = 'chancery-gateway';
export const CONTEXT_BYTES_MAX = 4096;
/** From when it is signed until it is taken. */
export const VALID_SECONDS = 5;
/** The longest that a request may take, and so the oldest that a decision time may be. */
export const REQUEST_MAX_MS = 15_000;

const subjectShape = z
  .strictObject({
    id: z.string().regex(/^a:[0-9a-f]{16}$/),
    represents: REPRESENTED_TEXT,
    agency: AGENCY_TEXT,
    kind: z.enum(AGENCY_KINDS),
    nationalities: z.array(STATE_TEXT),
    clearances: z.record(
      POLICY_TEXT,
      z.strictObject({
        rank: RANK_NUMBER,
        briefedAt: DATE_TEXT.nullable(),
        ndaAt: DATE_TEXT.nullable(),
        until: DATE_TEXT.nullable(),
      }),
    ),
    compartments: z.array(COMPARTMENT_TEXT),
    groups: z.array(REPRESENTED_TEXT),
  })
  .transform(
    ({ clearances, ...subject }): Subject => ({
      ...subject,
      clearances: Object.entries(clearances).map(([policy, clearance]) => ({ policy, ...clearance })),
    }),
  );

/** Claims of a signed context: all of them, and no others. */
export const contextClaimsShape = z.strictObject({
  iss: z.literal(ISSUER),
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  jti: z.string().min(1).max(128),
  trace: z.string().max(64),
  body: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  now: z.int(),
  deadline: z.int(),
  policy: z.string().min(1),
  schema: z.string().min(1),
  snapshot: z.tuple([z.int(), z.string().min(1)]),
  action: z.enum(ACTIONS),
  purpose: z.enum(PURPOSES),
  case: z.string().max(64).nullable(),
  subject: subjectShape,
});
