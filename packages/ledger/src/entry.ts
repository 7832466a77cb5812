import type { Sha256 } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import type { ErrorCode } from '@chancery/shared/errors';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import type { Profile, Subject } from '@chancery/shared/subjects/subject';
import type { ObligationKind } from '@chancery/shared/vocabulary';

/** What an entry records. */
export const ENTRY_KINDS = [
  'READ',
  'ATTEMPT',
  'OUTCOME',
  'EVENT',
  'EXPORT',
  'REFUSED',
  'AUDIT_READ',
  'ACT',
  'POLICY',
  'ERASURE',
  'HEARTBEAT',
  'HEADS',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Allowed, withheld, hidden, or internal: fetched for the gateway itself and not disclosed. */
export const ACCESS_DECISIONS = ['A', 'W', 'H', 'I'] as const;
export type AccessDecision = (typeof ACCESS_DECISIONS)[number];

/** The form that entries are written in; those of earlier versions are read as well (docs/adr/0037-folded-entries.md, 0051-what-was-asked-by.md, 0075-what-was-said.md, 0108-an-entry-says-less-often.md). */
export const ENTRY_VERSION = 5;

/** Bytes that one entry may have, whatever the answer was. */
export const ENTRY_BYTES_MAX = 16_384;
/** Items that the leaf itself may list; above, it holds totals and the list goes to the sidecar. */
export const ACCESS_ITEMS_MAX = 200;

/** How one coordinate under one handling was decided in one request. */
export interface Access {
  /** `Type.field`, or EXISTENCE. */
  readonly coordinate: string;
  /** Canonical handling string; null for a coordinate that was pruned, so that no record was read. */
  readonly handlingText: string | null;
  /** Highest rank of the handling's label, 0 to 4. */
  readonly rank: number;
  readonly count: number;
  readonly decision: AccessDecision;
  /** Ids of the rules that decided. */
  readonly rules: readonly string[];
  /** Acts that this decision rests on, `act_41d0@2`. */
  readonly acts: readonly string[];
}

/** A duty that came out of a decision. */
export interface EntryObligation {
  readonly kind: ObligationKind;
  readonly dueAt: Instant;
  readonly rule: string;
}

/** What goes to the sidecar, where it can be erased: the leaf holds a salted commitment to it. */
export interface PrivateParticulars {
  readonly address: string | null;
  readonly variables: Readonly<Record<string, unknown>> | null;
  /** Free text of Chancery-Reason. */
  readonly reason: string | null;
}

/** A part of a sidecar that was erased by order: which entry committed to it. */
export interface ErasedPart {
  readonly logId: number;
  readonly index: number;
  readonly part: SidecarPart;
}

/** All entries of a log before an index, which are kept no longer, and the root of the tree that they gave. */
export interface RetiredEntries {
  readonly logId: number;
  readonly end: number;
  /** In base64. */
  readonly root: string;
}

/** What may become of a legal hold: a second person lifts what a first has asked to be lifted. */
export const HOLD_STEPS = ['PLACED', 'LIFT_ASKED', 'LIFTED'] as const;
export type HoldStep = (typeof HOLD_STEPS)[number];

/** Entries that are kept for a proceeding whatever was ordered otherwise (legal hold), or are so no longer. */
export interface EntryHold {
  readonly name: string;
  readonly step: HoldStep;
  readonly logId: number;
  readonly first: number;
  /** The first that is not held; null where all later ones are. */
  readonly end: number | null;
  /** Of those, some alone: that read one record, which is not named here, or that somebody asked for. */
  readonly isOfSome: boolean;
}

/** One request as the gateway reports it. Time, receipt, salts and digests are made by the writer. */
export interface EntryInput {
  readonly kind: EntryKind;
  /** Why the request failed as a whole; null when it was answered. */
  readonly failure: ErrorCode | null;
  /** Null when nobody was authenticated. */
  readonly subject: Subject | null;
  /** Null when the request got no further than its token. */
  readonly profile: Profile | null;
  /** Claims above the trust agreement that were cut. */
  readonly clipped: readonly string[];
  readonly api: {
    readonly operation: string | null;
    /** `sha256:` of the document; null when none was read. */
    readonly doc: Sha256 | null;
    readonly trace: string;
  };
  /**
   * Schema coordinates of the arguments and input fields that the operation gave, those of filters and orders among them: sorted, each
   * once, and never a value. One list for all entries of an operation, which is written out once.
   */
  readonly asked: readonly string[];
  /** On what the operation rests by its own description in the trust agreement; null when that says nothing. */
  readonly stated: string | null;
  /** Acts relied on, `act_41d0@2`. */
  readonly acts: readonly string[];
  /** The instant that decisions were made for. */
  readonly now: Instant;
  readonly policy: Sha256 | '';
  readonly schema: Sha256 | '';
  /** The snapshot decided on, registered with the writer before; null when the request got no further than its token. */
  readonly snapshot: Pick<Snapshot, 'number' | 'digest'> | null;
  readonly access: readonly Access[];
  readonly obligations: readonly EntryObligation[];
  /** Keys of the records read; each goes to the sidecar under a surrogate, and to the erasable dictionary of these. */
  readonly records: readonly string[];
  readonly private: PrivateParticulars;
  /** Digest of the text of the answer (`answerDigest`), for the sidecar; absent where nothing was said. */
  readonly said?: string;
  /** Of an erasure: what is there no more, so that who verifies misses it by order. */
  readonly erased?: readonly ErasedPart[];
  /** Of a retirement, which erases entries as they are: which. */
  readonly retired?: RetiredEntries;
  /** Of an order that holds entries, or holds them no longer. */
  readonly hold?: EntryHold;
}

/** Parts of the sidecar: each behind a commitment of its own, so that one can be erased without the others. */
export const SIDECAR_PARTS = ['access', 'records', 'private', 'said'] as const;
export type SidecarPart = (typeof SIDECAR_PARTS)[number];

/** What the leaf commits to without holding it. */
export interface Sidecar {
  readonly part: SidecarPart;
  readonly salt: Buffer;
  /** One line of JSON; stored bytes = committed bytes. */
  readonly blob: string;
}
