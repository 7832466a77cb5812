import { NoticeFollower, type NoticeFollowing } from '@chancery/shared/law/notice-follower';
import { openLoaderPool } from '@chancery/shared/subgraph/events/loader-pool';

/** Whose notices are followed, and by which login they are kept. */
export interface NoticesOptions extends Pick<NoticeFollowing, 'url' | 'key' | 'log'> {
  readonly loaderUrl: string;
}

const KEEP = `insert into law_notice (sequence, fact)
  select sequence, fact from jsonb_to_recordset($1::jsonb) n(sequence bigint, fact jsonb) on conflict do nothing`;

/** Keeps what missions records of posts beside the law, of which it is a part from then on. */
export function followNotices({ loaderUrl, ...of }: NoticesOptions): AsyncDisposable {
  const pool = openLoaderPool({ loaderUrl, max: 1, log: of.log, event: 'notices' });
  const follower = new NoticeFollower({
    ...of,
    last: async () => {
      const text = 'select coalesce(max(sequence), 0)::int as last from law_notice';
      return (await pool.query<{ last: number }>(text)).rows[0]?.last ?? 0;
    },
    keep: async (notices) => void (await pool.query(KEEP, [JSON.stringify(notices)])),
  });
  return {
    async [Symbol.asyncDispose]() {
      await follower[Symbol.asyncDispose]();
      await pool.end();
    },
  };
}
