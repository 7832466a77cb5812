import { createHash } from 'node:crypto';
import { ClientError } from '@chancery/shared/errors';
import { parseSnapshot } from '@chancery/shared/snapshot/parse-snapshot';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import { parseProfile } from '@chancery/shared/subjects/parse-profile';
import type { Profile } from '@chancery/shared/subjects/subject';
import { z } from 'zod';

const namedText = z.strictObject({ digest: z.string(), text: z.string().nullable() });

const recordedShape = z.strictObject({
  receipt: z.string(),
  kind: z.string(),
  failure: z.string().nullable(),
  operation: z.string().nullable(),
  now: z.int(),
  policy: z.string(),
  schema: z.string(),
  profile: namedText.nullable(),
  snapshot: namedText.extend({ number: z.int() }).nullable(),
  access: z.array(
    z.strictObject({
      coordinate: z.string(),
      handling: namedText.nullable(),
      count: z.int(),
      decision: z.enum(['A', 'W', 'H', 'I']),
      rules: z.array(z.string()),
      acts: z.array(z.string()),
    }),
  ),
  isListErased: z.boolean(),
});

/** An entry of the ledger with the texts that it names. */
export type RecordedRequest = Readonly<z.infer<typeof recordedShape>>;
export type RecordedAccess = RecordedRequest['access'][number];

/** Reads what the ledger gave: it is another part's, so its shape is checked. */
export function parseRecorded(value: unknown): RecordedRequest {
  return recordedShape.parse(value);
}

/** Who asked. A text whose digest is not the one that the entry names is nobody's profile. */
export function profileOf({ profile }: RecordedRequest): Profile {
  if (profile === null) return refuse('nothing was decided for anybody');
  if (profile.text === null) return refuse('the profile of this entry was erased');
  const parsed = parseProfile(profile.text, profile.digest);
  return parsed ?? refuse('the profile has not the digest that the entry names');
}

/** The facts and acts that were decided by. */
export function snapshotOf({ snapshot }: RecordedRequest): Snapshot {
  if (snapshot === null) return refuse('no facts were looked at');
  const { number, digest, text } = snapshot;
  if (text === null) return refuse('the snapshot of this entry was erased');
  return parseSnapshot({ number, digest, ...JSON.parse(text) });
}

/** The handling of a line; null for what was decided without a record. */
export function handlingOf({ handling, coordinate }: RecordedAccess): string | null {
  if (handling === null) return null;
  if (handling.digest.startsWith('r:')) return refuse('the list of this entry was erased: what is left are its totals');
  if (handling.text === null) return refuse(`the handling of \`${coordinate}\` was erased`);
  const digest = createHash('sha256').update(handling.text).digest('hex');
  if (!handling.digest.startsWith('h:') || !digest.startsWith(handling.digest.slice(2))) {
    refuse(`the handling of \`${coordinate}\` has not the digest that the entry names`);
  }
  return handling.text;
}

/** What stands on the ledger cannot be replayed: told plainly, and nothing is explained. */
export class NotReplayable extends ClientError {}

function refuse(message: string): never {
  throw new NotReplayable('CONFLICT', message);
}
