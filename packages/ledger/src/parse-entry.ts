import { isReceipt, type Receipt } from '@chancery/shared/brands';
import { z } from 'zod';
import { type AccessRow, rowsOf } from './access-list.js';
import { digestOfSpelling } from './digest.js';
import {
  ACCESS_DECISIONS,
  ENTRY_KINDS,
  type EntryHold,
  type ErasedPart,
  HOLD_STEPS,
  type RetiredEntries,
  SIDECAR_PARTS,
} from './entry.js';
import { readSpelled } from './spelled-access.js';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
/** SHA-256 in base64url. */
const commitment = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const count = z.int().nonnegative();
/** SHA-256 in base64. */
const root = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

const handling = z
  .string()
  .regex(/^(h:[0-9a-f]{16}|r:[0-4])$/)
  .nullable();
const decision = z.enum(ACCESS_DECISIONS);

const accessItem = [z.string(), handling, count, decision, z.array(z.string())] as const;
/** An item of version 1; one that rests on acts names them last. */
const accessRow = z.union([z.tuple([...accessItem]), z.tuple([...accessItem, z.array(z.string()).nonempty()])]);

const foldedAccess = z.strictObject({
  rules: z.array(
    z.union([z.tuple([z.array(z.string())]), z.tuple([z.array(z.string()), z.array(z.string()).nonempty()])]),
  ),
  handlings: z.array(handling),
  counts: z.array(z.array(count)),
  items: z.array(z.tuple([count, decision, count, z.array(z.string())])),
});

/** The same in base64url, where only one spelling is of it. */
const spelledDigest = z
  .string()
  .regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/)
  .transform(digestOfSpelling);
const coordinates = z.array(z.string());

/** The same in fewer bytes. */
const spelledAccess = z
  .strictObject({
    rules: foldedAccess.shape.rules,
    handlings: z.string().regex(/^(?:(?:[\w-]{10}[AEIMQUYcgkosw048]|~|[0-4])(?:\.(?!$)|$))*$/),
    counts: z.array(z.string()),
    items: z.array(z.tuple([count, decision, count, z.union([z.string(), coordinates])])),
  })
  .transform(readSpelled);

const actorFields = {
  uid: z.string(),
  agency: z.string(),
  represents: z.string(),
  clearances: z.record(z.string(), z.int().min(0).max(4)),
};
const actor = z.strictObject({ ...actorFields, clipped: z.array(z.string()) });

const api = { operation: z.string().nullable(), doc: z.string().nullable(), trace: z.string() };

const fields = {
  time: count,
  kind: z.enum(ENTRY_KINDS),
  status_code: z.string().optional(),
  now: count,
  receipt: z.custom<Receipt>(isReceipt, 'a receipt'),
  accessList: z.strictObject({ n: count, commit: commitment }).optional(),
  obligations: z.array(z.tuple([z.string(), count, z.string()])).optional(),
  records: z.strictObject({ n: count, commit: commitment.nullable() }),
  private: commitment.nullable(),
};

const basis = { purpose: z.string().nullable(), case: z.string().nullable() };

/** What only earlier versions wrote: words of OCSF, which follow from kind, code and decisions, and an identifier beside the receipt. */
const until4 = {
  ...fields,
  type_uid: z.int(),
  uid: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  action_id: z.literal([1, 2, 4]),
  status_id: z.literal([1, 2]),
  profile: digest.nullable(),
  actor: actor.nullable(),
  api: z.strictObject(api),
  basis: z.strictObject({ ...basis, acts: z.array(z.string()), stated: z.string().optional() }),
  policy: z.string(),
  schema: z.string(),
  snapshot: z.tuple([count, z.string()]).nullable(),
};

const hold = z.tuple([z.string(), z.enum(HOLD_STEPS), count, count, count.nullable(), z.boolean()]);

const orders = {
  erased: z.array(z.tuple([count, count, z.enum(SIDECAR_PARTS)])).optional(),
  retired: z.tuple([count, count, root]).optional(),
};

const since3 = {
  ...until4,
  ...orders,
  api: z.strictObject({ ...api, asked: digest.optional() }),
  access: foldedAccess,
};

const since5 = {
  ...fields,
  ...orders,
  profile: spelledDigest.nullable(),
  actor: z.strictObject({ ...actorFields, clipped: z.array(z.string()).default([]) }).nullable(),
  api: z.strictObject({ ...api, doc: spelledDigest.nullable(), asked: spelledDigest.optional() }),
  basis: z.strictObject({ ...basis, acts: z.array(z.string()).default([]), stated: z.string().optional() }),
  policy: spelledDigest.nullable().transform((named) => named ?? ''),
  schema: spelledDigest.nullable().transform((named) => named ?? ''),
  snapshot: z.tuple([count, spelledDigest]).nullable(),
  access: spelledAccess,
  said: commitment.optional(),
  hold: hold.optional(),
};

/** The forms of all versions. Version 1 wrote each item of `access` out; until 3 no entry said what it was asked by, until 4 what was said, and until 5 it was said in more bytes. */
const entry = z.discriminatedUnion('v', [
  z.strictObject({ v: z.literal(1), ...until4, access: z.array(accessRow) }),
  z.strictObject({ v: z.literal(2), ...until4, access: foldedAccess }),
  z.strictObject({ v: z.literal(3), ...since3 }),
  z.strictObject({ v: z.literal(4), ...since3, said: commitment.optional(), hold: hold.optional() }),
  z.strictObject({ v: z.literal(5), ...since5 }),
]);

/** A stored entry, whatever the version that it was written in. */
export interface Entry extends Omit<z.infer<typeof entry>, 'access' | 'api' | 'hold' | 'snapshot'> {
  readonly api: z.infer<z.ZodObject<typeof api>> & { readonly asked?: string | undefined };
  /** Number and digest of the snapshot decided on. */
  readonly snapshot: readonly [number: number, digest: string] | null;
  readonly access: readonly AccessRow[];
  /** What an erasure took away. */
  readonly erased: readonly ErasedPart[];
  /** Entries that are kept no longer; null but for a retirement. */
  readonly retired: RetiredEntries | null;
  /** Commitment to the text of the answer; absent of what was no answer, and before version 4. */
  readonly said?: string | undefined;
  /** What became of a legal hold; null but for orders of one. */
  readonly hold: EntryHold | null;
}

/** Reads the stored bytes of an entry; throws when they are not one of a known version. */
export function parseEntry(leaf: string): Entry {
  const read = entry.parse(JSON.parse(leaf));
  const erased = 'erased' in read ? (read.erased ?? []) : [];
  const [logId, end, rootBefore] = ('retired' in read ? read.retired : undefined) ?? [];
  return {
    ...read,
    access: read.v === 1 ? read.access : rowsOf(read.access),
    erased: erased.map(([of, index, part]) => ({ logId: of, index, part })),
    retired:
      logId === undefined || end === undefined || rootBefore === undefined ? null : { logId, end, root: rootBefore },
    hold: holdOf('hold' in read ? read.hold : undefined),
  };
}

function holdOf(read: z.infer<typeof hold> | undefined): EntryHold | null {
  if (read === undefined) return null;
  const [name, step, logId, first, end, isOfSome] = read;
  return { name, step, logId, first, end, isOfSome };
}

/** Version 1 wrote the list as it wrote the items of the leaf. */
const accessList = z.union([z.array(accessRow), foldedAccess, spelledAccess]);

/** Reads the list that went to the sidecar because the leaf had no room for it. */
export function parseAccessList(blob: string): readonly AccessRow[] {
  const read = accessList.parse(JSON.parse(blob));
  return 'items' in read ? rowsOf(read) : read;
}
