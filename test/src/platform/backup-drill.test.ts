import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepHeadIn, readKeptHead } from '@chancery/ledger/kept-head';
import { type LedgerWriter, openLedgerWriter } from '@chancery/ledger/ledger-writer';
import { LEDGER_MIGRATIONS } from '@chancery/ledger/migrations';
import { sampleEntry, sampleSnapshot } from '@chancery/ledger/testkit/sample-entry';
import { claimOfHead } from '@chancery/ledger/verify/claims';
import { verifyLedger } from '@chancery/ledger/verify/verify-ledger';
import { restoreBackup } from '@chancery/shared/postgres/backup/restore-backup';
import { takeBackup } from '@chancery/shared/postgres/backup/take-backup';
import { withConnection } from '@chancery/shared/postgres/connect';
import { type DatabaseServer, startEmbeddedServer } from '@chancery/shared/postgres/embedded-server';
import { migrate } from '@chancery/shared/postgres/migrate';
import { type DatabaseUrls, provisionDatabase } from '@chancery/shared/postgres/provision';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const DRILL_MS = 180_000;

describe('a backup that is taken under load', () => {
  let root: string;
  let data: string;
  let server: DatabaseServer;
  let ledger: DatabaseUrls;
  let writer: LedgerWriter;
  /** Receipts that were given before the backup was whole, and before the instant between the two loads. */
  const receipts = { atBackup: [] as string[], atTime: [] as string[], later: [] as string[] };
  let time: Date;
  const cache = () => join(root, 'cache');
  const beside = () => ['credentials.json', 'ledger-head.json'].map((name) => join(data, name));
  const backUp = () =>
    takeBackup({
      adminUrl: server.adminUrl,
      serverFolder: join(data, 'postgres'),
      cache,
      beside: [...beside(), join(data, 'postgres', 'server.json')],
      to: join(root, 'backups'),
      report: () => {},
    });
  const restore = (name: string, toTime: Date | null) => {
    const folder = join(root, name);
    return restoreBackup({
      from: join(root, 'backups'),
      toTime,
      data: folder,
      serverFolder: join(folder, 'postgres'),
      cache,
      report: () => {},
    });
  };
  const append = async (into: string[], count: number) => {
    for (let n = 0; n < count; n += 1) into.push((await writer.append(sampleEntry())).receipt);
  };

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'chancery-drill-'));
    chmodSync(root, 0o711);
    data = join(root, 'data');
    mkdirSync(data, { mode: 0o711 });
    server = await startEmbeddedServer({ folder: join(data, 'postgres'), report: () => {} });
    ledger = await provisionDatabase(server.adminUrl, {
      database: 'chancery_ledger',
      credentialsFile: join(data, 'credentials.json'),
    });
    await migrate(ledger.ownerUrl, LEDGER_MIGRATIONS);
    writer = await openLedgerWriter({
      connectionString: ledger.serviceUrl,
      clock: Date.now,
      deadlineMs: 20_000,
      headKeeper: keepHeadIn(join(data, 'ledger-head.json'), 1),
    });
    writer.registerSnapshot(sampleSnapshot());
    await append(receipts.atBackup, 50);
    let isTaken = false;
    const load = (async () => {
      while (!isTaken) await append(receipts.atTime, 1);
    })();
    await backUp();
    isTaken = true;
    await load;
    await append(receipts.atTime, 50);
    // By the database's clock, between two commits.
    time = await withConnection(server.adminUrl, async (admin) => {
      const { rows } = await admin.query<{ now: Date }>(`select clock_timestamp() as now, pg_sleep(0.02)`);
      return rows[0]?.now ?? new Date();
    });
    await append(receipts.later, 50);
    await withConnection(server.adminUrl, (admin) => admin.query('select pg_switch_wal()'));
    await writer.close();
    await server.stop();
  }, DRILL_MS);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const receiptsIn = async (restored: DatabaseServer, folder: string): Promise<Set<string>> => {
    const { loaderUrl } = await provisionDatabase(restored.adminUrl, {
      database: 'chancery_ledger',
      credentialsFile: join(root, folder, 'credentials.json'),
    });
    return withConnection(loaderUrl, async (reader) => {
      const { rows } = await reader.query<{ receipt: string }>(
        `select leaf::json->>'receipt' as receipt from audit_entry`,
      );
      return new Set(rows.map(({ receipt }) => receipt));
    });
  };

  it(
    'is restored to its own end: every entry acknowledged before it, a ledger that is whole, and a head not behind the kept one',
    async () => {
      const { server: restored } = await restore('restored', null);
      const stored = await receiptsIn(restored, 'restored');
      expect(receipts.atBackup.filter((receipt) => !stored.has(receipt))).toEqual([]);
      expect(receipts.later.filter((receipt) => stored.has(receipt))).toEqual([]);
      const { loaderUrl } = await provisionDatabase(restored.adminUrl, {
        database: 'chancery_ledger',
        credentialsFile: join(root, 'restored', 'credentials.json'),
      });
      const kept = readKeptHead(join(root, 'restored', 'ledger-head.json'));
      expect(kept?.size).toBeGreaterThan(0);
      const claims = kept === null ? [] : [claimOfHead(kept)];
      expect(await verifyLedger(loaderUrl, () => {}, claims)).toMatchObject({ outcome: 'whole', findings: [] });
      await withConnection(restored.adminUrl, async (admin) => {
        const { rows } = await admin.query(`select current_setting('archive_library') as library,
          current_setting('archive_command') as command, pg_is_in_recovery() as recovering`);
        expect(rows).toEqual([{ library: '', command: '/bin/true', recovering: false }]);
      });
      await restored.stop();
    },
    DRILL_MS,
  );

  it(
    'is restored to a time after it: all that was acknowledged by then, nothing that came later',
    async () => {
      const { server: restored } = await restore('restored-to-time', time);
      const stored = await receiptsIn(restored, 'restored-to-time');
      const expected = [...receipts.atBackup, ...receipts.atTime];
      expect(expected.filter((receipt) => !stored.has(receipt))).toEqual([]);
      expect(receipts.later.filter((receipt) => stored.has(receipt))).toEqual([]);
      await restored.stop();
    },
    DRILL_MS,
  );

  it(
    'is refused to a time that its archive does not reach, before its base, and into a folder that is not empty',
    async () => {
      await expect(restore('too-late', new Date(Date.now() + 86_400_000))).rejects.toThrow('the archive ends before');
      expect(readdirSync(join(root, 'too-late'))).toEqual([]);
      await expect(restore('too-early', new Date(0))).rejects.toThrow('holds no backup that was whole at');
      writeFileSync(join(root, 'too-late', 'mine'), 'kept');
      await expect(restore('too-late', null)).rejects.toThrow('is not empty');
      expect(readFileSync(join(root, 'too-late', 'mine'), 'utf8')).toBe('kept');
    },
    DRILL_MS,
  );

  it('is refused when a segment of its own is missing, instead of opening at the gap', async () => {
    const wal = join(root, 'backups', 'wal');
    const [first = ''] = readdirSync(wal)
      .filter((name) => /^[0-9A-F]{24}$/.test(name))
      .sort();
    const bytes = readFileSync(join(wal, first));
    rmSync(join(wal, first));
    await expect(restore('gap', null)).rejects.toThrow(`lacks the segment \`${first}\``);
    writeFileSync(join(wal, first), bytes);
  });
});
