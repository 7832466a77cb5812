import { MIGRATIONS as COMPLIANCE } from '@chancery/compliance/migrations';
import { compliance } from '@chancery/compliance/service';
import { MIGRATIONS as INCIDENTS } from '@chancery/incidents/migrations';
import { incidents } from '@chancery/incidents/service';
import { MIGRATIONS as INTEL } from '@chancery/intel/migrations';
import { intel } from '@chancery/intel/service';
import { MIGRATIONS as MISSIONS } from '@chancery/missions/migrations';
import { missions } from '@chancery/missions/service';
import { withConnection } from '@chancery/shared/postgres/connect';
import { migrate } from '@chancery/shared/postgres/migrate';
import { createTestDatabase } from '@chancery/shared/postgres/test-database';
import { expect, it } from '@jest/globals';
import { openAsking } from './ask.js';
import { type Asked, findsByIndex, questionsOfColumns } from './columns.js';
import { fillTables, HANDLINGS } from './fill-tables.js';
import { viewerOfHandlings, whoReadsHalf } from './viewer.js';

const WALKED_WITHIN_MS = 600_000;
/** Of millions of rows that are written by the thousand each index costs more than it spares: these have their own (ADR 0109). */
const OWN_INDEXES = ['audit_entry', 'audited_access'];

const everyHandling = Array.from({ length: HANDLINGS }, (_, id) => id);
const readsAll = viewerOfHandlings({ seen: everyHandling, capacity: HANDLINGS });

it.each([
  ['missions', missions, MISSIONS],
  ['incidents', incidents, INCIDENTS],
  ['intel', intel, INTEL],
  ['compliance', compliance, COMPLIANCE],
] as const)(
  'a value that no row of %s has is known by an index to be of no row, whatever column it is looked for in',
  async (_, service, migrations) => {
    const database = await createTestDatabase('every_column');
    try {
      await migrate(database.ownerUrl, migrations);
      const questions = questionsOfColumns(await service.schema()).filter(({ table }) => !OWN_INDEXES.includes(table));
      await fillTables(database.ownerUrl, [...new Set(questions.map(({ table }) => table))]);
      const asking = await openAsking(database.serviceUrl, service);
      const walked: Asked[] = [];
      for (const question of questions) {
        for (const viewer of [readsAll, whoReadsHalf(everyHandling, question.guard)]) {
          const { data, statements } = await asking.ask(viewer, question.document, question.variables);
          expect([question.name, data[question.root]]).toEqual([question.name, { totalCount: 0, edges: [] }]);
          walked.push({ question, visible: viewer.masks.visible(), statements });
        }
      }
      await asking.close();
      expect(walked.length).toBeGreaterThan(questions.length);
      const gone = await withConnection(database.serviceUrl, (client) => findsByIndex(client, walked));
      expect(gone).toEqual([]);
    } finally {
      await database.drop();
    }
  },
  WALKED_WITHIN_MS,
);
