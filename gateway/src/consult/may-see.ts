import type { Decision } from '@chancery/policy/decision';
import type { PolicyEngine } from '@chancery/policy/engine';
import { decideSeen, type SeenValue } from '@chancery/policy/replay/who-sees';
import { bannerOf } from '@chancery/shared/clearance/banner';
import type { Instant } from '@chancery/shared/clock';
import { requestHandling } from '@chancery/shared/labels/audit-handling';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Consulted, MaySeeArguments } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import { markOf } from '../stages/redact/selection-decisions.js';
import type { AskedSchema } from './asked-field.js';
import { type DescribingPeople, profilesOf } from './described-person.js';
import { instantOf } from './instant-of.js';
import { countSight, type ListedRow, type ListingSight, listSight } from './list-sight.js';
import { type ListedValue, listedValue } from './listed-type.js';
import { pageSize } from './page-size.js';
import { decideTelling } from './sight.js';

/** With what it is told what a person may see. */
export interface TellingMaySee extends DescribingPeople {
  readonly consulting: ListingSight & { readonly supergraph: AskedSchema };
}

const ROW = { coordinate: 'EXISTENCE', category: 'EXISTENCE', floor: 0 } as const;

/**
 * A page of the records of which a person may read a value, and its entry; null for whoever oversees nobody, and of a person who is not known. The owner of the
 * records lists them, for who asks and for that person at once; here each is decided again.
 */
export async function maySeeTold(
  { person, coordinate, asOf, first, after }: MaySeeArguments,
  asking: Asking,
  consulted: Consulted,
  { consulting, trust, people }: TellingMaySee,
): Promise<object | null> {
  if (!oversees(asking, consulting.policy)) return null;
  const at = asOf == null ? asking.now : instantOf(asOf);
  const listed = listedValue(coordinate, consulting.supergraph);
  const size = pageSize(first);
  const profiles = await profilesOf(person, asking, at, { trust, people });
  if (profiles === null) return null;
  // Of whom was asked stands in the entry however the question was written.
  consulted.records.push(...new Set(profiles.map(({ subject }) => `Person:${subject.id}`)));
  if (profiles.length === 0) return shown(listed, at, { rows: [], endCursor: null, hasNextPage: false, totalCount: 0 });
  const question = { profiles, coordinate: listed.field.policy?.coordinate ?? ROW.coordinate, at };
  const asked = { ...asking, sight: question };
  const { rows, endCursor, hasNextPage } = await listSight(
    listed,
    { first: size, after },
    asked,
    consulting,
    consulted,
  );
  const seen = rows.flatMap((row) => seenRow(row, listed, { asking, at, profiles, policy: consulting.policy }));
  noteSeen(seen, listed, consulted);
  return shown(listed, at, {
    rows: seen.map((row) => rowShown(row, asking)),
    endCursor,
    hasNextPage,
    // Counted when it is asked for: a page does not wait for it.
    totalCount: () => countSight(listed, asked, consulting, consulted),
  });
}

/** Whether who asks is the oversight of its State: of nobody else's question is anything looked at. */
function oversees({ profile, view, now }: Asking, policy: PolicyEngine): boolean {
  const told = parseHandling(requestHandling(profile.subject.agency));
  return (['EXISTENCE', 'AUDIT'] as const).every(
    (category) => policy.decide(profile, category, told, 'read', view, now).effect === 'allow',
  );
}

interface SeenRow extends ListedRow {
  /** By which the auditor is told of it. */
  readonly told: Decision;
  /** Purposes and cases for which the person reads the value, with what it rests on. */
  readonly open: readonly { readonly profile: Profile; readonly decision: Decision }[];
}

interface Deciding {
  readonly asking: Asking;
  readonly at: Instant;
  readonly profiles: readonly Profile[];
  readonly policy: PolicyEngine;
}

/** None of a row that the auditor is not told of, or that the person does not see after all. */
function seenRow(
  row: ListedRow,
  { field }: ListedValue,
  { asking, at, profiles, policy }: Deciding,
): readonly SeenRow[] {
  const { view, now } = asking;
  const value: SeenValue = { ...(field.policy ?? ROW), handling: row.handling };
  const by = { engine: policy, view, now: at };
  const open = profiles
    .map((profile) => ({ profile, decision: decideSeen(profile, value, by) }))
    .filter(({ decision }) => decision.effect === 'allow');
  const [side] = profiles;
  const sides = [row.handling.record.owner, ...(side === undefined ? [] : [side.subject.agency])];
  const [told] = sides.flatMap(
    (agency) => decideTelling(row.handling, asking.profile, { policy, view, now }, agency) ?? [],
  );
  return open.length === 0 || told === undefined ? [] : [{ ...row, told, open }];
}

/** For the ledger: of which handlings it was told that the value may be read, how often, and by which rule. */
function noteSeen(rows: readonly SeenRow[], { field }: ListedValue, consulted: Consulted): void {
  const { coordinate, category, floor } = field.policy ?? ROW;
  const alike = new Map<Handling, SeenRow[]>();
  for (const row of rows) alike.set(row.handling, [...(alike.get(row.handling) ?? []), row]);
  for (const [handling, some] of alike) {
    const told = some[0]?.told;
    consulted.items.push({
      coordinate,
      handling,
      label: handlingAt(handling, coordinate, category, floor).label,
      letter: 'I',
      count: some.length,
      rules: told?.citations.map(({ rule }) => rule) ?? [],
      acts: told?.acts ?? [],
    });
  }
}

interface ShownPage {
  readonly rows: readonly object[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly totalCount: number | (() => Promise<number | null>);
}

const shown = ({ typeName, field }: ListedValue, at: Instant, page: ShownPage): object => ({
  coordinate: field.policy?.coordinate ?? typeName,
  at: new Date(at).toISOString(),
  ...page,
});

/** Decisions, and of the record that it is there: its mark is that of its existence, as who asks reads it. */
function rowShown({ id, handling, open }: SeenRow, { profile }: Asking): object {
  const existence = markOf(handling, handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0).label);
  const [first] = open;
  return {
    id,
    owner: handling.record.owner,
    mark: bannerOf([existence], profile.subject, handling.record.tags.has('synthetic')).text,
    purposes: [...new Set(open.map((each) => each.profile.purpose))],
    caseId: first?.profile.caseId ?? null,
    rules: first?.decision.citations.map(({ rule }) => rule) ?? [],
    acts: first?.decision.acts ?? [],
  };
}
