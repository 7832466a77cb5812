import { withConnection } from '@chancery/shared/postgres/connect';
import { parseProfile } from '@chancery/shared/subjects/parse-profile';
import type { Profile } from '@chancery/shared/subjects/subject';

const PAGE = 5_000;

/** Everybody who ever asked, once for each set of attributes, purpose and case, as the ledger keeps them; those whose text was changed are nobody. */
export async function knownProfiles(readerUrl: string): Promise<readonly Profile[]> {
  return withConnection(readerUrl, async (client) => {
    const known: Profile[] = [];
    for (let after = ''; ; ) {
      const { rows } = await client.query<{ digest: string; text: string }>(
        'select digest, text from audit_profile where digest > $1 order by digest limit $2',
        [after, PAGE],
      );
      for (const { digest, text } of rows) known.push(...profilesOf(text, digest));
      const last = rows.at(-1);
      if (last === undefined) return known;
      after = last.digest;
    }
  });
}

function profilesOf(text: string, digest: string): Profile[] {
  const profile = parseProfile(text, digest);
  return profile === null ? [] : [profile];
}
