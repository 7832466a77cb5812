import type { Clock } from '@chancery/shared/clock';
import { withConnection } from '@chancery/shared/postgres/connect';
import type pg from 'pg';
import { storedKey } from '../dictionary.js';
import { type LedgerWriter, openLedgerWriter } from '../ledger-writer.js';
import { noteTouches } from '../touches/note-touches.js';
import { type FiledOrder, type Lifting, type Placing, parseOrder } from './filed-order.js';
import { liftingPersons } from './lifting-persons.js';
import { inTransaction, recordStep } from './order-hold.js';

/** By which logins orders are carried out: who owns the ledger's database, and who appends to it. */
export interface CarryingOut {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  readonly clock: Clock;
}

/** Log of the gateways: what offices hold is what was asked of those. */
const FIRST_LOG = 1;

const PENDING = `select hold, step, particulars from audit_hold_order where carried_out_at is null`;

/**
 * Carries out what offices have ordered of holds and is not yet in effect, and says what it did. A hold is lifted only where the entries of two persons say so;
 * until then its order waits. Whoever erases or retires does this first, so that nothing goes that was ordered to be kept.
 */
export async function carryOutOrders({ ownerUrl, serviceUrl, clock }: CarryingOut): Promise<string[]> {
  const rows = await withConnection(ownerUrl, pendingIn);
  if (rows.length === 0) return [];
  const writer = await openLedgerWriter({ connectionString: serviceUrl, clock });
  try {
    const done: string[] = [];
    for (const order of rows.map(parseOrder)) {
      done.push(await inTransaction(ownerUrl, (owner) => carryOut(owner, writer, order, clock())));
    }
    return done;
  } finally {
    await writer.close();
  }
}

/** Which entries read a record, and by which a hold is lifted, is looked up in the index of touches. */
async function pendingIn(owner: pg.Client): Promise<unknown[]> {
  const { rows } = await owner.query(`${PENDING} order by filed_at, step desc`);
  if (rows.length > 0) await noteTouches(owner);
  return rows;
}

async function carryOut(owner: pg.Client, writer: LedgerWriter, order: FiledOrder, now: number): Promise<string> {
  const { hold, step } = order;
  // Of two that carry it out at once the second finds it done.
  const { rowCount } = await owner.query(`${PENDING} and hold = $1 and step = $2 for update`, [hold, step]);
  if (rowCount === 0) return `\`${hold}\` was carried out meanwhile`;
  const entries =
    order.step === 'PLACED'
      ? await place(owner, writer, { hold, now, ...order.particulars })
      : await lift(owner, writer, { hold, now, ...order.particulars });
  if (entries === 'WAITS') return `\`${hold}\` stands: no entries of two persons say that it is lifted`;
  await owner.query(
    `update audit_hold_order set carried_out_at = clock_timestamp(), particulars = null, entries = $3 where hold = $1 and step = $2`,
    [hold, step, entries],
  );
  return `\`${hold}\` ${step === 'PLACED' ? 'holds what was ordered' : 'is lifted'}`;
}

/** One question of all entries, answered where they are: which are held, from the first to the last, and how many. */
const REACH = `select min(idx)::float8 as first, max(idx)::float8 as last, count(*)::int as entries,
    (select size::float8 from audit_head where log_id = $1) as size
  from audit_entry where log_id = $1 and leaf::jsonb @> $2::jsonb
    and ($3::bigint is null or (leaf::jsonb ->> 'time')::bigint >= $3) and ($4::bigint is null or (leaf::jsonb ->> 'time')::bigint < $4)
    and ($5::text is null or exists (select from audit_touch as touch join audit_subject as subject using (surrogate)
      where touch.log_id = audit_entry.log_id and touch.idx = audit_entry.idx and subject.record_key = $5))`;

interface Reach {
  readonly first: number | null;
  readonly last: number | null;
  readonly entries: number;
  readonly size: number;
}

type Dated<T> = T & { readonly hold: string; readonly now: number };

/** Gives how many entries it keeps; null of those that read one record: who may not know of it does not learn that it is read. */
async function place(owner: pg.Client, writer: LedgerWriter, order: Dated<Placing>): Promise<number | null> {
  const { hold, now, represents, by, reason, rule, from, until } = order;
  const matching = JSON.stringify({
    actor: { represents, ...(order.subject === null ? {} : { uid: order.subject }) },
    ...(order.case === null ? {} : { basis: { case: order.case } }),
  });
  const record = order.record === null ? null : storedKey(order.record);
  const { rows } = await owner.query<Reach>(REACH, [FIRST_LOG, matching, from, until, record]);
  const [found] = rows;
  if (found === undefined) throw new RangeError('a count gives one row');
  // Of a time that is not over what is recorded from now on is held too.
  const isOver = until !== null && until <= now;
  const first = found.first ?? found.size;
  const end = isOver ? (found.last ?? found.size) + 1 : null;
  await owner.query(
    `insert into audit_hold (hold, log_id, first_idx, end_idx, ordered_by, record_key, placed_by, matching)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [hold, FIRST_LOG, first, end, `${represents}; ${rule}`, record, by, matching],
  );
  const held = { name: hold, step: 'PLACED', logId: FIRST_LOG, first, end, isOfSome: true } as const;
  await recordStep(writer, held, { stated: `${represents}; ${rule}`, by, reason, now }, order.record);
  return record === null ? found.entries : null;
}

interface StandingHold {
  readonly first: number;
  readonly end: number | null;
  readonly represents: string;
}

/** The two persons are those of the entries, whatever the order says; their receipts stand in the entry that lifts. */
async function lift(owner: pg.Client, writer: LedgerWriter, order: Dated<Lifting>): Promise<null | 'WAITS'> {
  const { hold, now, reason, rule } = order;
  const { rows } = await owner.query<StandingHold>(
    `select first_idx::float8 as first, end_idx::float8 as end, matching #>> '{actor,represents}' as represents
       from audit_hold where hold = $1 and lifted_at is null and matching is not null for update`,
    [hold],
  );
  const [standing] = rows;
  const persons = standing === undefined ? null : await liftingPersons(owner, FIRST_LOG, { hold, ...standing });
  if (standing === undefined || persons === null) return 'WAITS';
  const { asked, approved } = persons;
  const by = approved.actor?.uid ?? '';
  const { first, end, represents } = standing;
  const stated = `${represents}; ${rule}; asked by ${asked.receipt}, approved by ${approved.receipt}`;
  await owner.query(
    `update audit_hold set lift_asked_by = $2, lifted_by = $3, lift_order = $4, lifted_at = clock_timestamp() where hold = $1`,
    [hold, asked.actor?.uid ?? '', by, stated],
  );
  const held = { name: hold, step: 'LIFTED', logId: FIRST_LOG, first, end, isOfSome: true } as const;
  await recordStep(writer, held, { stated, by, reason, now }, null);
  return null;
}
