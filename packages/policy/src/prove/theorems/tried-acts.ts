import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import type { ActKind, Category, Regime } from '@chancery/shared/vocabulary';
import type { ActFlag } from '../../compiled/bits.js';
import { OFFICES } from '../../facts/offices.js';
import type { Exception } from '../theorem.js';
import { flagsTried, requestOf, type Tried, triedAct } from '../tried-request.js';

/** The States of what is tried: one sends, one receives, and the subject's is neither. */
export const [SENDING, RECEIVING, SUBJECT] = ['USA', 'DEU', 'CHE'] as const;
/** Everybody who might issue an act: the States of the mission, others, organisations. */
export const ISSUERS: readonly string[] = [SENDING, RECEIVING, 'ZAF', 'FRA', 'UN', 'EU'];
const NO_OFFICES: readonly string[] = ['DRIVER', 'THE_DIPLOMAT_HIMSELF'];
const MOST = 10;

/** The offices that the table names for a kind of act. */
export function officesOf(kind: ActKind): readonly string[] {
  return [...new Set(OFFICES.filter((row) => row.kind === kind).flatMap(({ offices }) => offices))];
}

/** Offices that speak in acts of other kinds, and some that speak in none. */
export function strangeOfficesOf(kind: ActKind): readonly string[] {
  const own = new Set(officesOf(kind));
  const all = new Set(OFFICES.flatMap(({ offices }) => offices));
  return [...[...all].filter((each) => !own.has(each)), ...NO_OFFICES];
}

const factOf = (regime: Regime): Fact => ({
  m: 'Q1',
  sending: SENDING,
  receiving: RECEIVING,
  regime,
  legalStatus: 'ESTABLISHED',
  protectingPower: null,
  from: '2026-01-01',
  until: null,
});

/** One act, and one record that it might count for. */
export interface TriedAct {
  readonly kind: ActKind;
  readonly represents: string;
  readonly office: string;
  readonly scope: Partial<Act['scope']>;
  readonly category: Category;
  readonly regime: Regime;
  /** `own=` and the other marks of the record. */
  readonly record: string;
}

/** What an act raises for a record, and the request that shows it. */
export function raised({ kind, represents, office, scope, category, regime, record }: TriedAct): {
  readonly flags: readonly ActFlag[];
  readonly request: unknown;
} {
  const to = { represents: SUBJECT, agencies: [`${SUBJECT}.agency`] };
  const act = triedAct(kind, { represents, office }, { categories: [category], ...scope }, to);
  const tried: Tried = {
    agency: `${SUBJECT}.agency`,
    kind: 'POLICE',
    purpose: 'CRIMINAL_INVESTIGATION',
    category,
    record,
    facts: [factOf(regime)],
    acts: [act],
  };
  return { flags: flagsTried(tried), request: requestOf(tried) };
}

/** The first of each name: one tells what there is to tell. */
export function firstOfEach(found: Iterable<Exception>): readonly Exception[] {
  const kept = new Map<string, Exception>();
  for (const each of found) {
    if (!kept.has(each.name)) kept.set(each.name, each);
    if (kept.size === MOST) break;
  }
  return [...kept.values()];
}

/** Every choice of one item of each list. */
export function* choices<A, B, C>(as: readonly A[], bs: readonly B[], cs: readonly C[]): Generator<readonly [A, B, C]> {
  for (const a of as) for (const b of bs) for (const c of cs) yield [a, b, c];
}
