import type { KeyObject } from 'node:crypto';
import { ConfigurationError } from '../errors.js';
import type { AgencyKind, Purpose } from '../vocabulary.js';
import { agreementShape } from './agreement-shape.js';
import { type Fault, faultsOf, printFault, WITH_INPUT } from './fault.js';
import { type ListedOperations, readListed } from './listed-operations.js';
import type { TokenAlgorithm } from './token-algorithms.js';
import { readTrustedKeys } from './trusted-keys.js';

/** What one issuer's tokens are believed to say, and no further. */
export interface TrustAgreement {
  readonly id: string;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly TokenAlgorithm[];
  /** Public keys by `kid`; null when they are those that the issuer publishes, and none of them is held. */
  readonly keys: ReadonlyMap<string, KeyObject> | null;
  /** Where it publishes them; null where they are given, or its own metadata says. */
  readonly jwksUri: string | null;
  readonly represents: string;
  readonly agencies: ReadonlyMap<string, AgencyKind>;
  /** Highest rank by marking policy; a policy that is not named is not trusted at any rank. */
  readonly ceiling: ReadonlyMap<string, 0 | 1 | 2 | 3 | 4>;
  readonly compartments: ReadonlySet<string>;
  readonly purposes: ReadonlySet<Purpose>;
  /** Origins of web pages that may ask with its tokens. */
  readonly origins: ReadonlySet<string>;
  /** The documents that may be sent with its tokens; null for any. */
  readonly operations: ListedOperations | null;
  readonly tokenAgeMaxSeconds: number;
  readonly clockSkewSeconds: number;
  /** First day on which it is in force. */
  readonly validFrom: string;
  /** First day on which it no longer is. */
  readonly validTo: string;
}

/** Not an agreement, with everything that is wrong with it. */
export class AgreementError extends ConfigurationError {
  constructor(readonly faults: readonly Fault[]) {
    super(`trust agreement: ${faults.map(printFault).join('; ')}`);
  }
}

/** Parses a trust agreement; an unknown field, an unfit key or an open end is refused with its path. */
export function parseTrustAgreement(value: unknown): TrustAgreement {
  const parsed = agreementShape.safeParse(value, WITH_INPUT);
  const jwks = parsed.success ? (parsed.data.jwks?.keys ?? null) : keysIn(value);
  const algorithms = parsed.success ? parsed.data.algorithms : algorithmsIn(value);
  // Keys are looked at beside a field that is wrong, so that one look shows all.
  const { keys, faults } = jwks === null || algorithms === null ? NO_KEYS : readTrustedKeys(jwks, algorithms);
  if (!parsed.success) throw new AgreementError([...faultsOf(parsed.error), ...faults]);
  if (faults.length > 0) throw new AgreementError(faults);
  const {
    v: _v,
    jwks: _jwks,
    jwksUri,
    discovery: _discovery,
    agencies,
    ceiling,
    compartments,
    purposes,
    origins,
    operations,
    ...plain
  } = parsed.data;
  return {
    ...plain,
    keys: jwks === null ? null : keys,
    jwksUri: jwksUri ?? null,
    agencies: new Map(Object.entries(agencies)),
    ceiling: new Map(Object.entries(ceiling)),
    compartments: new Set(compartments),
    purposes: new Set(purposes),
    origins: new Set(origins),
    operations: operations === undefined ? null : readListed(operations),
  };
}

const NO_KEYS = { keys: new Map<string, KeyObject>(), faults: [] };
const { jwks: jwksField, algorithms: algorithmsField } = agreementShape.shape;

const keysIn = (value: unknown) => jwksField.safeParse(memberOf(value, 'jwks')).data?.keys ?? null;
const algorithmsIn = (value: unknown) => algorithmsField.safeParse(memberOf(value, 'algorithms')).data ?? null;

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
