import type { PeopleQuestion } from '@chancery/shared/people/people-wire';
import type pg from 'pg';

/** What a canonical text of a profile says of a State or a person: a quotation mark inside a value has a backslash before it there. */
const said = (name: string, value: string): string => `${JSON.stringify(name)}:${JSON.stringify(value)}`;

/** Who of a State has asked, as the ledger keeps it: texts with their digests, in the order of these. */
export async function peopleOfState(
  reader: Pick<pg.Pool, 'query'>,
  { represents, subject, after, limit }: PeopleQuestion,
): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await reader.query<{ digest: string; text: string }>(
    `select digest, text from audit_profile
      where digest > $1 and strpos(text, $2) > 0 and ($3::text is null or strpos(text, $3) > 0) order by digest limit $4`,
    [after ?? '', said('represents', represents), subject === null ? null : said('id', subject), limit],
  );
  return rows.map(({ digest, text }) => [digest, text] as const);
}
