import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import { DATA_FOLDER } from '@chancery/shared/data-folder';
import { withConnection } from '@chancery/shared/postgres/connect';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { openServiceDatabase } from '@chancery/shared/subgraph/serving/service-database';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW } from '@chancery/shared/subgraph/testkit/persona-profile';
import { publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { walkColumns } from '@chancery/shared/subgraph/testkit/walk-columns';
import { HandlingTable } from '@chancery/shared/subgraph/visibility/handling-table';
import { expect, it } from '@jest/globals';
import { projectPage } from './audit/projection.js';
import { compliance as service } from './service.js';
import { disclosingEntry } from './testkit/disclosing-entry.js';
import { exercisePosts } from './testkit/exercise-posts.js';
import { followedEntry } from './testkit/followed-entry.js';
import { runCompliance } from './testkit/running-compliance.js';
import { FIRE } from './testkit/running-duties.js';
import { tellingOf } from './testkit/telling.js';

const POSTS = exercisePosts(12);
const WALKED_WITHIN_MS = 300_000;

/** What each agency owes for a disclosure of its own, at a post and a moment of its own. */
function disclosing(agency: string, index: number): FollowedEntry {
  const disclosed = { agency, coordinate: 'Premises.floorPlan', rule: 'VCCR-31-2D', acts: [FIRE] };
  const handling = `l=-;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=${POSTS[index]}`;
  const owed = [
    ['NOTIFY_POST', 300],
    ['PURGE', 600],
  ] as const;
  return disclosingEntry({ ...disclosed, handling, owed }, { logId: 2, index, at: NOW + index * 60_000 });
}

/** Assignments as acts of the same handlings give them, each with other words and times. */
const ASSIGNED = `insert into assignment (id, handling_id, synthetic, act, version, issuer, office, represents, agency, case_reference,
    mission_id, categories, from_at, ends_at, uses, last_used_at, stale_at)
  select 'asg_' || substr(md5(a.id), 1, 26), a.handling_id, a.synthetic, a.reference, a.version, a.issuer, a.office, a.recipient,
    'agency ' || a.id, 'case ' || a.id, (select m.id from mission_ref m order by m.id limit 1), a.categories, a.from_at,
    a.from_at + interval '9 days', 1, a.from_at + interval '1 day', a.from_at + interval '31 days'
  from legal_act a`;

/** Holds as oversight bodies order them, of several agencies and states. */
const HELD = `insert into legal_hold (id, handling_id, synthetic, status, agency, reason, legal_basis, case_reference, is_of_record,
    ordered_at, ordered_by)
  select 'lho_' || substr(md5(a.id), 1, 26), a.handling_id, a.synthetic,
    (array['ORDERED', 'LIFT_ASKED', 'LIFTED'])[1 + (row_number() over (order by a.id) % 3)::int], 'agency ' || a.id, 'A proceeding.',
    'A law.', 'case ' || a.id, false, a.from_at, 'a:1'
  from legal_act a`;

it(
  'no filter and no order of the register and of acts tells of a field that is closed, and each reads its own field',
  async () => {
    await using posts = await publishPosts(POSTS);
    await using running = await runCompliance({
      ...demoLaw(),
      missionsOwnerUrl: posts.ownerUrl,
      dataFolder: DATA_FOLDER,
    });
    await withConnection(running.database.loaderUrl, async (client) => {
      const handlings = await HandlingTable.open({ ...running.database, clock: () => NOW, log: () => undefined });
      const agencies = ['USA.consular', 'DEU.police', 'GBR.foreign-ministry', 'USA.diplomatic-security'];
      await projectPage(
        client,
        handlings,
        agencies.map((agency, index) => followedEntry(index, agency)),
        tellingOf('deu.police'),
      );
      await projectPage(client, handlings, agencies.map(disclosing), tellingOf('deu.fire-service'));
      await handlings.close();
    });
    // Some of what is owed was discharged, at one time and another.
    await inTransaction(running.database.ownerUrl, (owner) =>
      owner.query(
        `update obligation set standing = 'DONE', done_at = arisen_at + interval '1 hour', evidence = 'note' where kind = 'NOTIFY_POST'`,
      ),
    );
    await inTransaction(running.database.ownerUrl, async (owner) => {
      await owner.query(ASSIGNED);
      await owner.query(HELD);
      await owner.query(`update information_request set evaluation = 'evaluation ' || reference`);
    });
    const source = await openServiceDatabase(running.database.serviceUrl, service.entities);

    const problems = await walkColumns(await service.schema(), source);
    await source.destroy();

    expect(problems).toEqual([]);
  },
  WALKED_WITHIN_MS,
);
