import { createHash } from 'node:crypto';
import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import { OWING } from '@chancery/policy/owing';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import { OBLIGATION_KINDS } from '@chancery/shared/vocabulary';
import type { KnownParties } from './known-parties.js';
import type { Obligation, ObligationKind } from './obligation.js';
import { obligationHandling, stateOf } from './obligation-handling.js';
import { sidesOf } from './owing-sides.js';
import { soonAt, termOf } from './terms.js';

/** A row of an obligation that an entry of the ledger made arise, or added to. */
export type OwedRow = Required<Omit<ImportedRow<Obligation>, 'state' | 'legalAct' | 'owingAgency'>>;

/** How what is received is to be used is no task with an end: it stands in answers and entries, and here in none. */
const NO_TASKS: ReadonlySet<ObligationKind> = new Set<ObligationKind>(['MINIMISE']);
/** What is owed in respect of each post that the records concern. */
const OF_EACH_POST: ReadonlySet<ObligationKind> = new Set<ObligationKind>([
  'NOTIFY_POST',
  'NOTIFY_SENDING_STATE',
  'ROUTE_VIA_MFA',
]);
/** An obligation whose records an entry does not name is told to who owes it alone. */
const NO_RECORDS = 'l=-;rel=-;nat=*;pur=*;own=CHANCERY.register';

/** Acts and posts that the obligations of entries may be about. */
export function namedIn(entries: readonly FollowedEntry[]): { readonly acts: string[]; readonly posts: string[] } {
  const texts = entries.flatMap(({ access, handlings }) =>
    access.flatMap(([, digest]) => handlings.get(digest ?? '') ?? []),
  );
  return {
    acts: [...new Set(entries.flatMap(({ entry }) => entry.basis.acts))],
    posts: [...new Set([...new Set(texts)].flatMap((text) => parseHandling(text).record.missions))],
  };
}

/** What one entry obliges to: for each rule once for each post, person and key that it is owed for. */
export function owedBy(followed: FollowedEntry, parties: KnownParties): OwedRow[] {
  const { entry } = followed;
  const rows = new Map<string, OwedRow>();
  for (const [kind, dueAt, rule] of entry.obligations ?? []) {
    if (!isTask(kind)) continue;
    for (const disclosed of disclosedUnder(rule, followed)) {
      for (const row of rowsOf(followed, { kind, dueAt, rule }, disclosed, parties)) {
        const known = rows.get(row.occasion);
        rows.set(row.occasion, known === undefined ? row : joined(known, row, 0));
      }
    }
  }
  return [...rows.values()];
}

/** Rows of many entries, one for each occasion: a second one of the same is counted, and changes nothing of the first but when it was last. */
export function joinOwed(rows: readonly OwedRow[]): OwedRow[] {
  const byOccasion = new Map<string, OwedRow>();
  for (const row of rows) {
    const known = byOccasion.get(row.occasion);
    byOccasion.set(row.occasion, known === undefined ? row : joined(known, row, row.count));
  }
  return [...byOccasion.values()];
}

function joined(first: OwedRow, later: OwedRow, counted: number): OwedRow {
  const coordinates = [...new Set([...first.coordinates, ...later.coordinates])].sort();
  return { ...first, coordinates, count: first.count + counted, lastAt: later.lastAt };
}

const isTask = (kind: string): kind is ObligationKind =>
  OBLIGATION_KINDS.some((known) => known === kind) && !NO_TASKS.has(kind as ObligationKind);

/** What was disclosed under one handling. */
interface Disclosed {
  readonly records: Handling;
  readonly coordinates: readonly string[];
  readonly acts: readonly string[];
}

/** By handling, what an entry disclosed that its rule asks something for. Of entries that do not name it there, nothing but that they did. */
function disclosedUnder(rule: string, { access, handlings }: FollowedEntry): Disclosed[] {
  const byText = new Map<string, Disclosed>();
  for (const [coordinate, digest, , decision, rules, acts = []] of access) {
    const text = handlings.get(digest ?? '');
    if (!(decision === 'A' || isSet(coordinate)) || text === undefined || !rules.includes(rule)) continue;
    const known = byText.get(text) ?? { records: parseHandling(text), coordinates: [], acts: [] };
    byText.set(text, {
      ...known,
      coordinates: [...known.coordinates, coordinate],
      acts: [...new Set([...known.acts, ...acts])],
    });
  }
  if (byText.size > 0) return [...byText.values()];
  return [{ records: parseHandling(NO_RECORDS), coordinates: [], acts: [] }];
}

/** Whether a coordinate is a field of an input: what a command has set of a record obliges like what it would have read there (ADR 0112). */
const isSet = (coordinate: string): boolean => /Input\./.test(coordinate);

interface Owed {
  readonly kind: ObligationKind;
  readonly dueAt: number;
  readonly rule: string;
}

function rowsOf(followed: FollowedEntry, owed: Owed, disclosed: Disclosed, parties: KnownParties): OwedRow[] {
  const { missions } = disclosed.records.record;
  // Each post is told for itself; of what is owed to somebody else no post is one of several.
  const isOfEach = OF_EACH_POST.has(owed.kind) && missions.length > 0;
  const posts = isOfEach || missions.length === 1 ? missions : [null];
  return posts.flatMap((post) => rowOf(followed, owed, { ...disclosed, post }, parties));
}

function rowOf(
  { entry }: FollowedEntry,
  { kind, dueAt, rule }: Owed,
  { records, coordinates, acts, post }: Disclosed & { readonly post: string | null },
  parties: KnownParties,
): OwedRow[] {
  const { actor } = entry;
  if (actor === null) return [];
  const sides = sidesOf({ kind, recipient: actor.agency, records, post, acts }, parties);
  if (sides === null) return [];
  const { agency, creditor, act } = sides;
  const term = termOf(rule);
  const { who: person, key } = records.record;
  const since = term.once === 'AN_ACT' && act !== null ? act : new Date(entry.time).toISOString().slice(0, 10);
  return [
    {
      handling: obligationHandling(records, { agency, creditor }),
      synthetic: records.record.tags.has('synthetic'),
      ...{ kind, rule, standing: 'OPEN', term: term.word },
      arisenAt: new Date(entry.now),
      dueAt: new Date(dueAt),
      latestAt: term.latestInSeconds === null ? null : new Date(entry.now + term.latestInSeconds * 1_000),
      ...{ dueSoonAt: null, overdueAt: null },
      debtor: stateOf(agency),
      ...{ owedTo: OWING[kind].to, creditor },
      mission: post === null ? null : (parties.posts.get(post)?.id ?? null),
      doneAt: null,
      agency,
      subject: actor.uid,
      purpose: entry.basis.purpose,
      receipt: entry.receipt,
      coordinates: [...coordinates].sort(),
      ...{ act, count: 1 },
      lastAt: new Date(entry.now),
      ...{ evidence: null, doneBy: null, waiver: null },
      soonAt: momentOf(soonAt(entry.now, dueAt)),
      occasion: digestOf([rule, kind, agency, creditor, post, person, key, since]),
    },
  ];
}

const momentOf = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));

const digestOf = (parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
