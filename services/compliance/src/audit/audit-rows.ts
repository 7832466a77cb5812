import type { AccessRow } from '@chancery/ledger/access-list';
import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import type { Entry } from '@chancery/ledger/parse-entry';
import type { Circumstances } from '@chancery/policy/replay/decide-again';
import { accessHandling, requestHandling } from '@chancery/shared/labels/audit-handling';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { AuditEntry } from './audit-entry.js';
import type { AuditedAccess } from './audited-access.js';
import type { AuditedDecision, AuditSide } from './audited-words.js';
import { type Judging, judgeAccess } from './judge-access.js';
import { asToldWithheld } from './told-to-requester.js';

/** What is told of one entry of the ledger. */
export interface AuditRows {
  readonly entry: ImportedRow<AuditEntry>;
  /** Links to posts by their keys of the register. */
  readonly accesses: readonly (Omit<ImportedRow<AuditedAccess>, 'missions'> & { readonly posts: readonly string[] })[];
}

const DECISIONS: Readonly<Record<string, AuditedDecision>> = {
  A: 'ALLOWED',
  W: 'WITHHELD',
  H: 'HIDDEN',
  I: 'INTERNAL',
};
/** What an agency was told of: of what was hidden from it, its own State's oversight learns nothing through it either. */
const TOLD: ReadonlySet<string> = new Set(['A', 'W']);

/** What is told of an entry; null of one that nobody asked for whom an agreement names: there is no State to tell it to. */
export function auditRowsOf(
  followed: FollowedEntry,
  circumstances: Circumstances | null,
  judging: Judging,
): AuditRows | null {
  const { actor } = followed.entry;
  if (actor === null) return null;
  return {
    entry: entryRow(followed, actor),
    accesses: followed.access.flatMap((row) => accessRows(row, followed, actor, circumstances, judging)),
  };
}

type Actor = NonNullable<Entry['actor']>;

const commonOf = ({ receipt, time, kind, basis }: Entry, actor: Actor) => ({
  receipt,
  recordedAt: new Date(time),
  kind,
  agency: actor.agency,
  subject: actor.uid,
  purpose: basis.purpose,
  caseReference: basis.case,
});

function entryRow({ logId, index, entry, access, asked }: FollowedEntry, actor: Actor): ImportedRow<AuditEntry> {
  const { basis, api } = entry;
  const sum = (decision: string): number =>
    access.reduce((total, [, , count, decided]) => (decided === decision ? total + count : total), 0);
  // What is added stands before the spread: one hidden class for all rows (ADR 0083).
  return {
    handling: requestHandling(actor.agency),
    synthetic: false,
    logNumber: logId,
    position: index,
    failure: entry.status_code ?? null,
    operation: api.operation,
    command: commandOf(access),
    trace: api.trace,
    document: api.doc,
    askedBy: [...asked],
    acts: actsOf(access),
    statedBasis: basis.stated ?? null,
    policy: entry.policy,
    snapshot: entry.snapshot?.[0] ?? null,
    disclosed: sum('A'),
    withheld: sum('W'),
    clipped: actor.clipped,
    ...commonOf(entry, actor),
  };
}

/** Acts that disclosures rested on: those that bear on what was withheld or hidden are told to nobody who was not told of it. */
const actsOf = (access: readonly AccessRow[]): string[] =>
  [...new Set(access.flatMap(([, , , decision, , acts = []]) => (decision === 'A' ? acts : [])))].sort();

const COMMAND = 'Mutation.';

/** An attempt names its commands before what each of them sets. */
function commandOf(access: readonly AccessRow[]): string | null {
  return access.find(([coordinate]) => coordinate.startsWith(COMMAND))?.[0].slice(COMMAND.length) ?? null;
}

function accessRows(
  row: AccessRow,
  { entry, handlings }: FollowedEntry,
  actor: Actor,
  circumstances: Circumstances | null,
  judging: Judging,
): AuditRows['accesses'] {
  const [coordinate, digest, count, decision, rules, acts = []] = row;
  const decided = DECISIONS[decision];
  const text = digest === null ? undefined : handlings.get(digest);
  if (decided === undefined || text === undefined) return [];
  const records = parseHandling(text);
  const judged = judgeAccess(row, records, entry, circumstances, judging);
  return sidesOf(records, actor.agency, decision).map(({ side, agency }) => {
    // Written out, and not put together of copies: one hidden class for all rows, of which there are thousands a second (ADR 0083).
    const told = {
      receipt: entry.receipt,
      recordedAt: new Date(entry.time),
      kind: entry.kind,
      agency: actor.agency,
      subject: actor.uid,
      purpose: entry.basis.purpose,
      // The case of another State's agency is that agency's: whose record it was learns who asked and for what, not in which case.
      caseReference: isOfOneState(agency, actor.agency) ? entry.basis.case : null,
      category: judged.category,
      rank: judged.rank,
      clearance: judged.clearance,
      role: judged.role,
      actKind: judged.actKind,
      isTransfer: judged.isTransfer,
      isOriginatorControlled: judged.isOriginatorControlled,
      isForeignGovernment: judged.isForeignGovernment,
      markingPolicy: judged.markingPolicy,
      markingPolicies: judged.markingPolicies,
      isNonMember: judged.isNonMember,
      replay: judged.replay,
      synthetic: records.record.tags.has('synthetic'),
      decision: decided,
      coordinate,
      count,
      posts: records.record.missions,
      owner: records.record.owner,
      represents: actor.represents,
      rule: rules[0] ?? null,
      rules: [...rules],
      act: acts[0] ?? null,
      acts: [...acts],
      // Found by what was written before it.
      isFirst: false,
      // Of whom a record is, whoever was refused it was not told.
      person: side === 'OWNER' ? records.record.who : null,
      handling: accessHandling(records, agency),
      side,
    };
    return side === 'REQUESTER' && decision === 'W' ? asToldWithheld(told, actor.clearances) : told;
  });
}

const isOfOneState = (one: string, other: string): boolean => one.split('.')[0] === other.split('.')[0];

/** Once for each State whose oversight may know of it. */
function sidesOf(
  { record: { owner } }: Handling,
  requester: string,
  decision: string,
): { readonly side: AuditSide; readonly agency: string }[] {
  const ofOwner = { side: 'OWNER', agency: owner } as const;
  return isOfOneState(owner, requester) || !TOLD.has(decision)
    ? [ofOwner]
    : [ofOwner, { side: 'REQUESTER', agency: requester }];
}
