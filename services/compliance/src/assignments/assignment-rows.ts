import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import { isTransitNotice } from '@chancery/policy/facts/speaks-for';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import { actHandling } from '../acts/act-handling.js';
import type { Assignment } from './assignment.js';

/** After so long without use a need-to-know is stale: the project's own choice (docs/facts-and-acts.md). */
export const STALE_AFTER_MS = 30 * 86_400_000;

/** What an act of assignment is as records: one for each agency and each case that it names. Of a notice of transit, none. */
export function assignmentRows(
  act: Act,
): (Omit<ImportedRow<Assignment>, 'mission'> & { readonly post: string | null })[] {
  if (act.kind !== 'ASSIGNMENT' || isTransitNotice(act)) return [];
  const { missions, categories } = act.scope;
  const [post = null, ...others] = missions;
  const fromAt = new Date(act.from);
  const common = {
    handling: actHandling(act, false),
    synthetic: false,
    act: act.id,
    version: act.v,
    issuer: act.by.represents,
    office: act.by.office,
    represents: act.to.represents,
    post: others.length === 0 ? post : null,
    categories: [...categories],
    fromAt,
    ...endOf(act),
    uses: 0,
    lastUsedAt: null,
    staleAt: new Date(fromAt.getTime() + STALE_AFTER_MS),
  };
  return act.to.agencies.flatMap((agency) =>
    casesOf(act).map((caseReference) => ({ ...common, agency, caseReference })),
  );
}

/** What a request can name as its case: an incident or a mission, by id. */
const CASE = /^(?:inc|mis)_/;

/** The cases that an act assigns to; its other keys are of records. */
export const casesOf = ({ scope }: Act): readonly string[] => scope.keys.filter((key) => CASE.test(key));

/** When an act ends, and when it was revoked. */
export function endOf({ until, revokedAt }: Act): Pick<Assignment, 'endsAt' | 'revokedAt'> {
  const ends = [until, revokedAt].flatMap((text) => (text === null ? [] : Date.parse(text)));
  return {
    endsAt: ends.length === 0 ? null : new Date(Math.min(...ends)),
    revokedAt: revokedAt === null ? null : new Date(revokedAt),
  };
}

/** That requests of an agency relied on an act in a case. */
export interface ActUse {
  readonly act: string;
  readonly agency: string;
  readonly caseReference: string;
  readonly at: Date;
  readonly uses: number;
}

/** What entries say of acts that were relied on in a case. */
export function usesIn(page: readonly FollowedEntry[]): readonly ActUse[] {
  const found = new Map<string, ActUse>();
  for (const { entry } of page) {
    const { actor, basis, time } = entry;
    if (actor === null || basis.case === null) continue;
    for (const cited of new Set(basis.acts.map((act) => act.split('@')[0] ?? act))) {
      const use = { act: cited, agency: actor.agency, caseReference: basis.case };
      const key = JSON.stringify(use);
      const before = found.get(key);
      const at = new Date(Math.max(time, before?.at.getTime() ?? 0));
      found.set(key, { ...use, at, uses: (before?.uses ?? 0) + 1 });
    }
  }
  return [...found.values()];
}
