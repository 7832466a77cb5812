import type pg from 'pg';
import { storedKey } from '../dictionary.js';
import { type Entry, parseEntry } from '../parse-entry.js';

/** Commands by which two persons lift a hold that an office ordered. */
const ASKS = 'Mutation.askLiftLegalHold';
const APPROVES = 'Mutation.approveLiftLegalHold';

/** Whose entries say that a hold is lifted. */
export interface LiftingPersons {
  readonly asked: Entry;
  readonly approved: Entry;
}

const ABOUT = `select entry.leaf from audit_subject as subject join audit_touch as touch using (surrogate)
  join audit_entry as entry on entry.log_id = touch.log_id and entry.idx = touch.idx
 where subject.record_key = $1 and touch.log_id = $2 order by entry.idx`;

/**
 * The entries by which one person of a State asked that a hold be lifted and another of the same agency approved it after, as far as the index of
 * touches goes; null where there are none. They are the gateways' own: no order that somebody files stands for them.
 */
export async function liftingPersons(
  owner: Pick<pg.ClientBase, 'query'>,
  logId: number,
  { hold, represents }: { readonly hold: string; readonly represents: string },
): Promise<LiftingPersons | null> {
  const { rows } = await owner.query<{ leaf: string }>(ABOUT, [storedKey(`LegalHold:${hold}`), logId]);
  const asking: Entry[] = [];
  for (const { leaf } of rows) {
    const entry = parseEntry(leaf);
    if (entry.actor?.represents !== represents) continue;
    const asked = asking.find(({ actor }) => isSecond(entry.actor, actor));
    if (hasRun(entry, APPROVES) && asked !== undefined) return { asked, approved: entry };
    if (hasRun(entry, ASKS)) asking.push(entry);
  }
  return null;
}

const isSecond = (one: Entry['actor'], other: Entry['actor']): boolean =>
  one?.agency === other?.agency && one?.uid !== other?.uid;

/** Of several commands in one request of which one failed nothing is taken to have been done. */
const hasRun = ({ kind, status_code, access }: Entry, command: string): boolean =>
  kind === 'OUTCOME' &&
  status_code === undefined &&
  access.some(([coordinate, , count, decision]) => coordinate === command && decision === 'A' && count > 0);
