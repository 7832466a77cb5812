import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { AuditEntry } from './audit-entry.js';
import { accessHandling, rankOf, requestHandling } from './audit-handling.js';
import type { AuditedAccess, AuditedDecision, AuditSide } from './audited-access.js';

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
export function auditRowsOf(followed: FollowedEntry): AuditRows | null {
  const { logId, index, entry, access, asked } = followed;
  const { actor, basis, api } = entry;
  if (actor === null) return null;
  const sum = (decision: string): number =>
    access.reduce((total, [, , count, decided]) => (decided === decision ? total + count : total), 0);
  const common = {
    receipt: entry.receipt,
    recordedAt: new Date(entry.time),
    agency: actor.agency,
    subject: actor.uid,
    purpose: basis.purpose,
    caseReference: basis.case,
  };
  return {
    entry: {
      ...common,
      handling: requestHandling(actor.agency),
      synthetic: false,
      logNumber: logId,
      position: index,
      kind: entry.kind,
      failure: entry.status_code ?? null,
      operation: api.operation,
      document: api.doc,
      askedBy: [...asked],
      acts: basis.acts,
      statedBasis: basis.stated ?? null,
      policy: entry.policy,
      snapshot: entry.snapshot?.[0] ?? null,
      disclosed: sum('A'),
      withheld: sum('W'),
      clipped: actor.clipped,
    },
    accesses: access.flatMap((row) => {
      const [coordinate, digest, count, decision, rules, acts = []] = row;
      const decided = DECISIONS[decision];
      const text = digest === null ? undefined : followed.handlings.get(digest);
      if (decided === undefined || text === undefined) return [];
      const records = parseHandling(text);
      return sidesOf(records, actor.agency, decision).map(({ side, agency }) => ({
        ...common,
        // The case of another State's agency is that agency's: whose record it was learns who asked and for what, not in which case.
        caseReference: isOfOneState(agency, actor.agency) ? basis.case : null,
        handling: accessHandling(records, agency),
        synthetic: records.record.tags.has('synthetic'),
        side,
        decision: decided,
        coordinate,
        rank: rankOf(records, coordinate),
        count,
        posts: records.record.missions,
        owner: records.record.owner,
        represents: actor.represents,
        rule: rules[0] ?? null,
        rules: [...rules],
        act: acts[0] ?? null,
        acts: [...acts],
      }));
    }),
  };
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
