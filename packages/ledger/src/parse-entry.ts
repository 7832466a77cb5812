import { isReceipt, type Receipt } from '@chancery/shared/brands';
import { z } from 'zod';
import { ACCESS_DECISIONS, ENTRY_KINDS } from './entry.js';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
/** SHA-256 in base64url. */
const commitment = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const count = z.int().nonnegative();

const accessItem = [
  z.string(),
  z
    .string()
    .regex(/^(h:[0-9a-f]{16}|r:[0-4])$/)
    .nullable(),
  count,
  z.enum(ACCESS_DECISIONS),
  z.array(z.string()),
] as const;
/** An item that rests on acts names them last. */
const accessRow = z.union([z.tuple([...accessItem]), z.tuple([...accessItem, z.array(z.string()).nonempty()])]);

const actor = z.strictObject({
  uid: z.string(),
  agency: z.string(),
  represents: z.string(),
  clearances: z.record(z.string(), z.int().min(0).max(4)),
  clipped: z.array(z.string()),
});

const entry = z.strictObject({
  v: z.literal(1),
  type_uid: z.int(),
  uid: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  time: count,
  kind: z.enum(ENTRY_KINDS),
  action_id: z.literal([1, 2, 4]),
  status_id: z.literal([1, 2]),
  status_code: z.string().optional(),
  profile: digest.nullable(),
  actor: actor.nullable(),
  api: z.strictObject({ operation: z.string().nullable(), doc: z.string().nullable(), trace: z.string() }),
  basis: z.strictObject({
    purpose: z.string().nullable(),
    case: z.string().nullable(),
    acts: z.array(z.string()),
    stated: z.string().optional(),
  }),
  now: count,
  policy: z.string(),
  schema: z.string(),
  snapshot: z.tuple([count, z.string()]).nullable(),
  receipt: z.custom<Receipt>(isReceipt, 'a receipt'),
  access: z.array(accessRow),
  accessList: z.strictObject({ n: count, commit: commitment }).optional(),
  obligations: z.array(z.tuple([z.string(), count, z.string()])).optional(),
  records: z.strictObject({ n: count, commit: commitment.nullable() }),
  private: commitment.nullable(),
});

/** A stored entry of version 1. */
export type Entry = z.infer<typeof entry>;

/** Reads the stored bytes of an entry; throws when they are not one of version 1. */
export function parseEntry(leaf: string): Entry {
  return entry.parse(JSON.parse(leaf));
}

const accessList = z.array(accessRow);

/** Reads the list that went to the sidecar because the leaf had no room for it. */
export function parseAccessList(blob: string): z.infer<typeof accessList> {
  return accessList.parse(JSON.parse(blob));
}
