import { withConnection } from '@chancery/shared/postgres/connect';
import type { BenchViewer } from '@chancery/test/plans/viewer';
import { median } from '../measure.js';

/** The same page of fifty by other means, in ms. */
export interface Peers {
  /** Row level security as it is mostly written: the handling is one of an array. */
  readonly array: number;
  /** Rows are read in order and left out by the application. */
  readonly application: number;
}

const PAGE = 50;
const READ = 500;
const TIMES = 3;
/** Of somebody who sees next to nothing a page may never fill: after so many rows nobody would wait on. */
const READ_MAX = 100_000;

/** An order, and how it is gone on in from the row that was read last. */
export interface PeerOrder {
  readonly by: string;
  readonly after: string;
  readonly first: readonly string[];
}

export const ORDERS: Readonly<Record<string, PeerOrder>> = {
  'by id': { by: 'id', after: 'id > $1', first: [''] },
  'by day': {
    by: 'occurred_on desc, id desc',
    after: '(occurred_on, id) < ($1::date, $2::text)',
    first: ['9999-12-31', '~'],
  },
};

/** Measures both as the owner, whom no policy of ours slows down. */
export async function measurePeers(ownerUrl: string, viewer: BenchViewer, order: PeerOrder): Promise<Peers> {
  return withConnection(ownerUrl, async (owner) => {
    const array: number[] = [];
    const application: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      const start = performance.now();
      await owner.query(
        `select id from incident where handling_id = any((select $1::int[])::int[]) order by ${order.by} limit ${PAGE + 1}`,
        [viewer.handlings],
      );
      const middle = performance.now();
      let found = 0;
      let last: readonly string[] = order.first;
      for (let read = 0; found <= PAGE && read < READ_MAX; read += READ) {
        const { rows } = await owner.query<{ id: string; handling: number; day: string }>(
          `select id, handling_id as handling, occurred_on::text as day, type, summary from incident where ${order.after} order by ${order.by} limit ${READ}`,
          [...last],
        );
        found += rows.filter(({ handling }) => viewer.sees(handling)).length;
        const end = rows.at(-1);
        if (end === undefined || rows.length < READ) break;
        last = order.first.length === 1 ? [end.id] : [end.day, end.id];
      }
      array.push(middle - start);
      application.push(performance.now() - middle);
    }
    return { array: median(array), application: median(application) };
  });
}
