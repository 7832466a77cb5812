import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { ConfigurationError } from '../errors.js';
import { AGENCY_KINDS, type AgencyKind, PURPOSES, type Purpose } from '../vocabulary.js';
import {
  AGENCY_TEXT,
  COMPARTMENT_TEXT,
  DATE_TEXT,
  firstIssueOf,
  POLICY_TEXT,
  RANK_NUMBER,
  REPRESENTED_TEXT,
} from './text-shapes.js';
import { TOKEN_ALGORITHMS, type TokenAlgorithm } from './token-algorithms.js';
import { parseTrustedKeys } from './trusted-keys.js';

/** What one issuer's tokens are believed to say, and no further. */
export interface TrustAgreement {
  readonly id: string;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly TokenAlgorithm[];
  /** Public keys by `kid`; null when they are to be fetched from `jwksUri`. */
  readonly keys: ReadonlyMap<string, KeyObject> | null;
  readonly jwksUri: string | null;
  readonly represents: string;
  readonly agencies: ReadonlyMap<string, AgencyKind>;
  /** Highest rank by marking policy; a policy that is not named is not trusted at any rank. */
  readonly ceiling: ReadonlyMap<string, 0 | 1 | 2 | 3 | 4>;
  readonly compartments: ReadonlySet<string>;
  readonly purposes: ReadonlySet<Purpose>;
  readonly tokenAgeMaxSeconds: number;
  readonly clockSkewSeconds: number;
  /** First day on which it is in force. */
  readonly validFrom: string;
  /** First day on which it no longer is. */
  readonly validTo: string;
}

const httpsUrl = z
  .string()
  .max(200)
  .regex(/^https:\/\/[!-~]+$/, 'an https URL');
const jwks = z.strictObject({ keys: z.array(z.record(z.string(), z.unknown())).max(20) });

const agreementShape = z
  .strictObject({
    v: z.literal(1),
    id: z.string().regex(/^TA-[A-Z0-9-]{1,64}$/, 'an agreement id, such as TA-USA-DS'),
    issuer: httpsUrl,
    audience: z.string().min(1).max(100),
    algorithms: z.array(z.enum(TOKEN_ALGORITHMS)).min(1),
    jwks: jwks.nullish(),
    jwksUri: httpsUrl.nullish(),
    represents: REPRESENTED_TEXT,
    agencies: z.record(AGENCY_TEXT, z.enum(AGENCY_KINDS)),
    ceiling: z.record(POLICY_TEXT, RANK_NUMBER),
    compartments: z.array(COMPARTMENT_TEXT),
    purposes: z.array(z.enum(PURPOSES)),
    tokenAgeMaxSeconds: z.int().min(1).max(86_400),
    clockSkewSeconds: z.int().min(0).max(120),
    validFrom: DATE_TEXT,
    validTo: DATE_TEXT,
  })
  .refine(({ jwks: keys, jwksUri }) => (keys == null) !== (jwksUri == null), {
    path: ['jwks'],
    message: 'exactly one of `jwks` and `jwksUri`',
  })
  .refine(({ validFrom, validTo }) => validFrom < validTo, { path: ['validTo'], message: 'a day after `validFrom`' })
  .refine(({ agencies, represents }) => Object.keys(agencies).every((id) => id.startsWith(`${represents}.`)), {
    path: ['agencies'],
    message: 'agencies of the State or organisation represented',
  });

/** Parses a trust agreement; an unknown field, an unfit key or an open end is refused with its path. */
export function parseTrustAgreement(value: unknown): TrustAgreement {
  const parsed = agreementShape.safeParse(value);
  if (!parsed.success) {
    const { path, message } = firstIssueOf(parsed.error);
    throw new ConfigurationError(`trust agreement: \`${path}\`: ${message}`);
  }
  const { v: _v, jwks: keySet, jwksUri, agencies, ceiling, compartments, purposes, ...plain } = parsed.data;
  return {
    ...plain,
    keys: keySet == null ? null : parseTrustedKeys(keySet.keys, plain.algorithms),
    jwksUri: jwksUri ?? null,
    agencies: new Map(Object.entries(agencies)),
    ceiling: new Map(Object.entries(ceiling)),
    compartments: new Set(compartments),
    purposes: new Set(purposes),
  };
}
