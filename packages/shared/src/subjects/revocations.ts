import { z } from 'zod';
import { ConfigurationError } from '../errors.js';
import { faultsOf, printFault, WITH_INPUT } from './fault.js';

/** Name of the file, in the folder of the agreements, that says who is switched off. */
export const REVOCATIONS_FILE = 'revoked.json';

/** Issuers and tokens that are not believed, whatever their agreement says. */
export interface Revocations {
  readonly issuers: ReadonlySet<string>;
  /** `jti` of tokens. */
  readonly tokens: ReadonlySet<string>;
}

const revocationsShape = z.strictObject({
  v: z.literal(1),
  issuers: z.array(z.string().min(1).max(200)),
  tokens: z.array(z.string().min(1).max(128)),
});

export const NOTHING_REVOKED: Revocations = { issuers: new Set(), tokens: new Set() };

/** Parses the list of what is switched off; what is misspelt is refused, for it would switch off nothing. */
export function parseRevocations(value: unknown): Revocations {
  const parsed = revocationsShape.safeParse(value, WITH_INPUT);
  if (!parsed.success)
    throw new ConfigurationError(`revocations: ${faultsOf(parsed.error).map(printFault).join('; ')}`);
  return { issuers: new Set(parsed.data.issuers), tokens: new Set(parsed.data.tokens) };
}
