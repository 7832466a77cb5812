import { withConnection } from '@chancery/shared/postgres/connect';
import type pg from 'pg';
import { storedKey } from '../dictionary.js';
import type { EntryHold, HoldStep } from '../entry.js';
import type { LedgerWriter } from '../ledger-writer.js';

/** Who ordered something of a hold, by which rule, and through whom. */
export interface HoldOrder {
  /** Name by which the hold is called. */
  readonly name: string;
  /** Number and authority of the order, and the rule that it cites: stay on the ledger. */
  readonly order: string;
  readonly rule: string;
  /** Who carries it out. */
  readonly by: string;
  readonly now: number;
}

/** What is held: entries from one to before another, or of those from one on all that read a record. */
export interface HeldEntries {
  readonly logId: number;
  readonly first: number;
  readonly end: number | null;
  readonly record: string | null;
}

const NAME = /^[\w.-]{1,64}$/;

/** Places a hold: effective, and an entry, when this returns. Gives the receipt. */
export async function placeHold(
  writer: LedgerWriter,
  ownerUrl: string,
  { logId, first, end, record }: HeldEntries,
  order: HoldOrder,
): Promise<string> {
  if (!NAME.test(order.name)) throw new RangeError(`\`${order.name}\` is no name of a hold`);
  return inTransaction(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query(
      `insert into audit_hold (hold, log_id, first_idx, end_idx, ordered_by, record_key, placed_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [order.name, logId, first, end, order.order, record === null ? null : storedKey(record), order.by],
    );
    if (rowCount !== 1) throw new RangeError(`there is a hold \`${order.name}\` already`);
    return recordStep(
      writer,
      { name: order.name, step: 'PLACED', logId, first, end, isOfSome: record !== null },
      wordsOf(order),
      record,
    );
  });
}

interface StoredHold {
  readonly log_id: number;
  readonly first_idx: string;
  readonly end_idx: string | null;
  readonly lift_asked_by: string | null;
  readonly of_some: boolean;
  readonly of_office: boolean;
}

/**
 * Asks that a hold be lifted; where another person has asked, lifts it. One person alone lifts none (four eyes), and the table itself
 * takes no row that says otherwise. Gives what was done, and the receipt of the entry that says so.
 */
export async function liftHold(
  writer: LedgerWriter,
  ownerUrl: string,
  order: HoldOrder,
): Promise<{ readonly step: HoldStep; readonly receipt: string }> {
  return inTransaction(ownerUrl, async (owner) => {
    const { rows } = await owner.query<StoredHold>(
      `select log_id, first_idx, end_idx, lift_asked_by, record_key is not null as of_some,
          exists (select from audit_hold_order as filed where filed.hold = audit_hold.hold) as of_office
         from audit_hold where hold = $1 and lifted_at is null for update`,
      [order.name],
    );
    const [found] = rows;
    if (found === undefined) throw new RangeError(`no hold \`${order.name}\` stands`);
    // That two of an office say so is on the ledger, and no word of whoever has a shell.
    if (found.of_office)
      throw new RangeError(`\`${order.name}\` is lifted by two persons of the office that ordered it`);
    if (found.lift_asked_by === order.by)
      throw new RangeError(`\`${order.by}\` has asked for it: another person lifts it`);
    const step = found.lift_asked_by === null ? 'LIFT_ASKED' : 'LIFTED';
    await owner.query(
      step === 'LIFTED'
        ? 'update audit_hold set lifted_by = $2, lift_order = $3, lifted_at = clock_timestamp() where hold = $1'
        : 'update audit_hold set lift_asked_by = $2, lift_order = $3 where hold = $1',
      [order.name, order.by, order.order],
    );
    const end = found.end_idx === null ? null : Number(found.end_idx);
    const held = {
      name: order.name,
      step,
      logId: found.log_id,
      first: Number(found.first_idx),
      end,
      isOfSome: found.of_some,
    } as const;
    return { step, receipt: await recordStep(writer, held, wordsOf(order), null) };
  });
}

/** What the entry of an order says beside what is held. */
export interface OrderWords {
  /** Stays on the ledger. */
  readonly stated: string;
  readonly by: string;
  readonly reason: string | null;
  readonly now: number;
}

const wordsOf = ({ order, rule, by, now }: HoldOrder): OrderWords => ({
  stated: `${order}; ${rule}`,
  by,
  reason: null,
  now,
});

/** The entry is durable before the row is committed: a hold that stands is always on the log. */
export async function recordStep(
  writer: LedgerWriter,
  hold: EntryHold,
  { stated, by, reason, now }: OrderWords,
  record: string | null,
): Promise<string> {
  const { receipt } = await writer.append({
    ...{ kind: 'ACT', failure: null, subject: null, profile: null, clipped: [], asked: [], acts: [] },
    ...{
      access: [],
      obligations: [],
      records: record === null ? [] : [record],
      now,
      policy: '',
      schema: '',
      snapshot: null,
    },
    api: { operation: 'ledger:hold', doc: null, trace: '' },
    private: { address: null, variables: { by }, reason },
    stated,
    hold,
  });
  return receipt;
}

export const inTransaction = <T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> =>
  withConnection(ownerUrl, async (owner) => {
    await owner.query('begin');
    const done = await work(owner);
    await owner.query('commit');
    return done;
  });
