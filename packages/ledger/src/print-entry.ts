import type { Receipt, Sha256 } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import { InternalError } from '@chancery/shared/errors';
import type { Clearance, Subject } from '@chancery/shared/subjects/subject';
import { listAccess, totalAccess } from './access-list.js';
import { commitTo, SALT_BYTES } from './commitment.js';
import type { Entropy } from './entropy.js';
import {
  ACCESS_ITEMS_MAX,
  ENTRY_BYTES_MAX,
  ENTRY_VERSION,
  type EntryInput,
  type PrivateParticulars,
  type Sidecar,
  type SidecarPart,
} from './entry.js';
import { printJson } from './print-json.js';
import type { SpelledAccess } from './spelled-access.js';

/** What the writer adds to what the gateway reports. */
export interface EntryStamp {
  readonly time: Instant;
  readonly receipt: Receipt;
  /** Digest of the profile's text; null without a profile. */
  readonly profile: Sha256 | null;
  /** Digest of the list of what the operation was asked by; null when it gave nothing. */
  readonly asked: Sha256 | null;
}

/** What printing needs besides: salts, and how an entry spells the digests of handlings (null: of none) and of other texts. */
export interface PrintingMeans {
  readonly entropy: Entropy;
  spellHandlingOf(text: string | null): string;
  spellDigest(digest: Sha256): string;
}

/** The bytes of an entry and what they commit to. */
export interface PrintedEntry {
  readonly leaf: string;
  readonly sidecars: readonly Sidecar[];
}

const OPERATION_LENGTH_MAX = 256;

/**
 * Writes an entry once, as one line of JSON in the order of its fields: these bytes are stored and hashed.
 * Nothing is ever serialised again, so that no canonical form of JSON is needed to check them. Nor is it read back here: what
 * `EntryInput` lets in can be read (print-entry.test.ts), and numbers, of which a type says too little, are looked at.
 */
export function printEntry(input: EntryInput, stamp: EntryStamp, means: PrintingMeans): PrintedEntry {
  const { entropy } = means;
  const sidecars: Sidecar[] = [];
  const commit = (part: SidecarPart, blob: string): string => {
    const sidecar = { part, salt: entropy(SALT_BYTES), blob };
    sidecars.push(sidecar);
    return commitTo(sidecar.salt, sidecar.blob);
  };
  const records = {
    n: input.records.length,
    commit: input.records.length === 0 ? null : commit('records', JSON.stringify(input.records)),
  };
  const particulars = isEmpty(input.private) ? null : commit('private', printPrivate(input.private));
  const said = input.said === undefined ? undefined : commit('said', JSON.stringify(input.said));
  // Texts and not one object: a copy of an object that is then added to costs as much as writing it (ADR 0083).
  const head = JSON.stringify(headOf(input, stamp, means)).slice(0, -1);
  const tail = JSON.stringify(tailOf(input, { records, private: particulars, said })).slice(1);
  const frame = (access: SpelledAccess, accessList: { n: number; commit: string } | undefined): string => {
    const list = accessList === undefined ? '' : `"accessList":${JSON.stringify(accessList)},`;
    return `${head},"access":${JSON.stringify(access)},${list}${tail}`;
  };

  const list = listAccess(input.access, (text) => means.spellHandlingOf(text));
  const n = input.access.length;
  if (n <= ACCESS_ITEMS_MAX) {
    const whole = frame(list, undefined);
    if (Buffer.byteLength(whole) <= ENTRY_BYTES_MAX) return { leaf: whole, sidecars };
  }
  const accessList = { n, commit: commit('access', JSON.stringify(list)) };
  const room = ENTRY_BYTES_MAX - Buffer.byteLength(frame(totalAccess([], 0), accessList));
  const leaf = frame(totalAccess(input.access, room), accessList);
  if (Buffer.byteLength(leaf) > ENTRY_BYTES_MAX) {
    throw new InternalError('INTERNAL', `an entry of ${Buffer.byteLength(leaf)} bytes is over ${ENTRY_BYTES_MAX}`);
  }
  return { leaf, sidecars };
}

function headOf(input: EntryInput, { time, receipt, profile, asked }: EntryStamp, means: PrintingMeans): object {
  // Null where nothing is named.
  const spelled = (digest: Sha256 | '' | null): string | null =>
    digest === null || digest === '' ? null : means.spellDigest(digest);
  const { kind, failure, subject, clipped, api, acts, stated, snapshot } = input;
  return {
    v: ENTRY_VERSION,
    time: instantOf(time),
    kind,
    // JSON.stringify leaves out what is undefined: an answered request has no code.
    status_code: failure ?? undefined,
    profile: spelled(profile),
    actor: subject === null ? null : actorOf(subject, clipped),
    api: {
      operation: cut(api.operation),
      doc: spelled(api.doc),
      asked: spelled(asked) ?? undefined,
      trace: api.trace,
    },
    basis: {
      purpose: input.profile?.purpose ?? null,
      case: input.profile?.caseId ?? null,
      acts: unlessEmpty(acts),
      stated: stated ?? undefined,
    },
    now: instantOf(input.now),
    policy: spelled(input.policy),
    schema: spelled(input.schema),
    snapshot: snapshot === null ? null : [snapshot.number, spelled(snapshot.digest)],
    receipt,
  };
}

const unlessEmpty = (texts: readonly string[]): readonly string[] | undefined =>
  texts.length === 0 ? undefined : texts;

/** JSON has no way to write some numbers, and the format no use for others: what cannot be read back must not get on the log. */
function instantOf(instant: Instant): Instant {
  if (Number.isSafeInteger(instant) && instant >= 0) return instant;
  throw new InternalError('INTERNAL', `an entry at ${instant}`);
}

/** A name is the caller's: its length must not keep a request from being recorded. */
function cut(operation: string | null): string | null {
  return operation === null ? null : operation.slice(0, OPERATION_LENGTH_MAX);
}

/** What of an entry is in the sidecar, as the leaf says it. */
interface Committed {
  readonly records: { readonly n: number; readonly commit: string | null };
  readonly private: string | null;
  readonly said: string | undefined;
}

/** Has a member at least; what is undefined is left out. */
function tailOf({ obligations, erased = [], retired, hold }: EntryInput, committed: Committed): object {
  return {
    obligations:
      obligations.length === 0 ? undefined : obligations.map(({ kind, dueAt, rule }) => [kind, instantOf(dueAt), rule]),
    erased: erased.length === 0 ? undefined : erased.map(({ logId, index, part }) => [logId, index, part]),
    retired: retired === undefined ? undefined : [retired.logId, retired.end, retired.root],
    hold: hold === undefined ? undefined : [hold.name, hold.step, hold.logId, hold.first, hold.end, hold.isOfSome],
    records: committed.records,
    private: committed.private,
    said: committed.said,
  };
}

function actorOf(subject: Subject, clipped: readonly string[]): object {
  return {
    uid: subject.id,
    agency: subject.agency,
    represents: subject.represents,
    clearances: Object.fromEntries(subject.clearances.map(({ policy, rank }: Clearance) => [policy, rank])),
    clipped: unlessEmpty(clipped),
  };
}

function isEmpty({ address, variables, reason }: PrivateParticulars): boolean {
  return address === null && variables === null && reason === null;
}

/** Only variables nest, as deep as their caller likes. */
const printPrivate = (particulars: PrivateParticulars): string =>
  particulars.variables === null || Object.keys(particulars.variables).length === 0
    ? JSON.stringify(particulars)
    : printJson(particulars);
