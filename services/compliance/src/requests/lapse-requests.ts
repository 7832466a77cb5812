import type { Instant } from '@chancery/shared/clock';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';

/** Whose version it is that no command made. */
const CLOCK = 'clock';

/**
 * Requests whose time is over, ended as of that time, each with a version that says so: of two that do this at once each ends those that the
 * other has not locked.
 */
const LAPSE = `with over as (
    select id from information_request
    where status in ('FILED', 'ROUTED', 'UNDER_REVIEW') and due_at <= $1 for update skip locked
  ), lapsed as (
    update information_request r set status = 'LAPSED', closed_at = r.due_at, record_version = r.record_version + 1
    from over where r.id = over.id returning r.id, r.record_version as version, r.due_at
  )
  insert into record_version (record_id, version, call, at, content)
  select id, version, $2, $1, jsonb_build_object('id', id, 'status', 'LAPSED', 'closed_at', due_at) from lapsed`;

/** Writes which requests have lapsed; gives how many. Nobody can decide on them since their time is over, written or not. */
export async function lapseRequests(client: ImportClient, now: Instant): Promise<number> {
  const { rowCount } = await client.query(LAPSE, [new Date(now), CLOCK]);
  return rowCount ?? 0;
}
