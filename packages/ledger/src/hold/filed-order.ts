import type pg from 'pg';
import { z } from 'zod';

const instant = z.int().nonnegative().nullable();
const text = z.string().min(1);

/** Which entries an office has ordered to be kept: of the agencies of its own State alone, and of those the ones that all of this is true of. */
const placing = z.strictObject({
  represents: text,
  by: text,
  reason: text,
  rule: text,
  record: text.nullable(),
  subject: text.nullable(),
  case: text.nullable(),
  from: instant,
  until: instant,
});
export type Placing = z.infer<typeof placing>;

/** Why they are no longer to be kept. */
const lifting = z.strictObject({ reason: text, rule: text });
export type Lifting = z.infer<typeof lifting>;

/** What an office has ordered of a hold: to place it, or to lift it. */
export type FiledOrder = { readonly hold: string } & (
  | { readonly step: 'PLACED'; readonly particulars: Placing }
  | { readonly step: 'LIFTED'; readonly particulars: Lifting }
);

const filedOrder = z.discriminatedUnion('step', [
  z.strictObject({ hold: text, step: z.literal('PLACED'), particulars: placing }),
  z.strictObject({ hold: text, step: z.literal('LIFTED'), particulars: lifting }),
]);

/** Reads an order as it was filed; throws where it is none. */
export const parseOrder = (filed: unknown): FiledOrder => filedOrder.parse(filed);

/** Files an order, with a login that may read the ledger; filed twice it is one. It counts once it is carried out. */
export async function fileOrder(
  client: Pick<pg.ClientBase, 'query'>,
  { hold, step, particulars }: FiledOrder,
): Promise<void> {
  // Without a target, which would want a right to read what was filed.
  await client.query(
    'insert into audit_hold_order (hold, step, particulars) values ($1, $2, $3) on conflict do nothing',
    [...[hold, step, JSON.stringify(particulars)]],
  );
}

/** An order that was carried out. */
export interface CarriedOut {
  readonly hold: string;
  readonly step: FiledOrder['step'];
  readonly at: Date;
  /** How many entries it kept then; null where that is not told. */
  readonly entries: number | null;
}

/** Those of some holds that were carried out. */
export async function carriedOutOf(
  client: Pick<pg.ClientBase, 'query'>,
  holds: readonly string[],
): Promise<CarriedOut[]> {
  const { rows } = await client.query<CarriedOut>(
    `select hold, step, carried_out_at as at, entries from audit_hold_order
      where hold = any($1) and carried_out_at is not null order by carried_out_at`,
    [holds],
  );
  return rows;
}
