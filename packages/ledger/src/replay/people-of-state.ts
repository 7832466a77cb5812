import type { PeopleQuestion } from '@chancery/shared/people/people-wire';
import type pg from 'pg';
import { PERSON_SQL, STATE_SQL, spelled } from './profile-sql.js';

/** Who of a State has asked, as the ledger keeps it: texts with their digests, in the order of these. */
export async function peopleOfState(
  reader: Pick<pg.Pool, 'query'>,
  { represents, subject, after, limit }: PeopleQuestion,
): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await reader.query<{ digest: string; text: string }>(
    `select digest, text from audit_profile
      where ${STATE_SQL} = $2 and digest > $1${subject === null ? '' : ` and ${PERSON_SQL} = $4`} order by digest limit $3`,
    [after ?? '', spelled(represents), limit, ...(subject === null ? [] : [spelled(subject)])],
  );
  return rows.map(({ digest, text }) => [digest, text] as const);
}
