import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEntry } from '@chancery/ledger/parse-entry';
import { verifyLedger } from '@chancery/ledger/verify/verify-ledger';
import { tellNoAgreements } from '@chancery/shared/admission/testkit/agreement-server';
import { type SnapshotServer, tellSnapshots } from '@chancery/shared/law/testkit/tell-snapshots';
import { withConnection } from '@chancery/shared/postgres/connect';
import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { openDevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actsOfTheDay, seededFacts } from '../testkit/acts.js';
import { createAsker } from '../testkit/asker.js';
import { type HeldTable, holdTable, untilQuiet, untilWaiting } from '../testkit/held-table.js';
import { LedgerWindow } from '../testkit/ledger-window.js';
import { MESH_STARTS_WITHIN_MS } from '../testkit/mesh.js';
import { type ServerProcess, startServerProcess } from '../testkit/server-process.js';
import { SUBGRAPHS, startWorld, type World } from '../testkit/world.js';
import { type Answer, valueAt } from './answer.js';

const program = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const REPORT = `mutation Report($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id summary } } }`;
const TABLES = ['incident', 'command', 'record_version', 'outbox', 'event'];

describe('a command that is cut off', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-cut-off-'));
  const lawKey = Buffer.alloc(32, 8);
  const keyFile = (name: string): string => join(folder, 'keys', `${name}.key`);
  const held: HeldTable[] = [];
  let law: SnapshotServer;
  let world: World;
  let ledger: LedgerWindow;
  let incidents: ServerProcess;
  let gateway: ServerProcess;
  let input: Record<string, unknown>;
  let before: Record<string, number>;

  beforeAll(async () => {
    const snapshot = sealSnapshot({ number: 1, facts: seededFacts(), acts: actsOfTheDay(Date.now()) });
    law = await tellSnapshots(snapshot, lawKey, { others: tellNoAgreements(lawKey) });
    world = await startWorld(holdSnapshot(snapshot));
    ledger = new LedgerWindow(world.databases.ledger);
    mkdirSync(join(folder, 'keys'));
    const keys = { ...world.keys, pseudonym: Buffer.alloc(32, 7), snapshot: lawKey };
    for (const [name, key] of Object.entries(keys)) {
      writeFileSync(keyFile(name), Buffer.from(key).toString('base64url'), { mode: 0o600 });
    }
    incidents = await startIncidents();
    gateway = await startGateway();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(async () => {
    await Promise.all([incidents.kill(), gateway.kill()]);
    await ledger.close();
    await world.close();
    await law[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    const { rows } = await owner<{ id: string }>(`select id from mission_ref where key = 'Q875787'`);
    input = {
      idempotencyKey: randomUUID(),
      mission: rows[0]?.id,
      type: 'ARSON',
      occurredOn: '2026-09-20',
      city: 'Berlin',
      siteKind: 'EMBASSY',
      summary: 'A car was set on fire before the gate.',
    };
    before = await counts();
  });
  afterEach(async () => {
    for (const table of held.splice(0)) await table.giveBack();
  });

  const startIncidents = (port = '0'): Promise<ServerProcess> =>
    startServerProcess([program('services/incidents/dist/main.js')], {
      CHANCERY_DATABASE_SERVICE_URL: world.databases.incidents.serviceUrl,
      CHANCERY_DATABASE_LOADER_URL: world.databases.incidents.loaderUrl,
      CHANCERY_CONTEXT_KEY_FILE: keyFile('incidents'),
      CHANCERY_SNAPSHOT_URL: law.url,
      CHANCERY_SNAPSHOT_KEY_FILE: keyFile('snapshot'),
      CHANCERY_PORT: port,
    });

  function startGateway(): Promise<ServerProcess> {
    const urls = { ...Object.fromEntries(SUBGRAPHS.map((name) => [name, world.subgraphs[name].url])) };
    const subgraphs = Object.entries({ ...urls, incidents: incidents.url }).map(([name, url]) => [
      name,
      { url, keyFile: keyFile(name) },
    ]);
    return startServerProcess([program('gateway/dist/wiring/main.js'), '--demo'], {
      CHANCERY_DATA: folder,
      CHANCERY_PORT: '0',
      CHANCERY_SNAPSHOT_URL: law.url,
      CHANCERY_SNAPSHOT_KEY_FILE: keyFile('snapshot'),
      CHANCERY_LEDGER_SERVICE_URL: world.databases.ledger.serviceUrl,
      CHANCERY_SUBGRAPHS: JSON.stringify(Object.fromEntries(subgraphs)),
    });
  }

  const ownerUrl = (): string => world.databases.incidents.ownerUrl;
  const owner = <Row extends object>(text: string) => withConnection(ownerUrl(), (client) => client.query<Row>(text));
  async function counts(): Promise<Record<string, number>> {
    const text = `select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`;
    return (await owner<Record<string, number>>(text)).rows[0] ?? {};
  }
  const grownBy = async (): Promise<number[]> => {
    const now = await counts();
    return TABLES.map((table) => (now[table] ?? 0) - (before[table] ?? 0));
  };

  function report(): Promise<Answer> {
    const token = openDevelopmentIssuer(folder).mint('usa.diplomatic-security', {
      purpose: 'INCIDENT_RESPONSE',
      now: Date.now(),
    });
    return createAsker(gateway.url, token).query(REPORT, { input });
  }
  /** Takes tables for the test, given back at its end at the latest. */
  async function hold(table: string): Promise<HeldTable> {
    const taken = await holdTable(ownerUrl(), table);
    held.push(taken);
    return taken;
  }
  async function giveBack(table: HeldTable): Promise<void> {
    held.splice(held.indexOf(table), 1);
    await table.giveBack();
  }
  const restartIncidents = async (): Promise<void> => {
    incidents = await startIncidents(new URL(incidents.url).port);
  };

  /** Asserts that the retry gives a result, that it stays the same, and that one incident was made in all. */
  async function settlesOnce(): Promise<void> {
    const first = await report();
    expect(first.body.errors).toBeUndefined();
    const again = await report();
    expect(valueAt(again, 'reportIncident.incident')).toEqual(valueAt(first, 'reportIncident.incident'));
    expect(await grownBy()).toEqual([1, 1, 1, 1, 1]);
  }

  const UNKNOWN = [{ path: ['reportIncident'], extensions: { code: 'OUTCOME_UNKNOWN' } }];

  it('because its service was killed before it committed has left nothing, and its retry makes the record once', async () => {
    const outbox = await hold('outbox');
    const cutOff = report();
    await untilWaiting(ownerUrl(), 1);
    await incidents.kill();
    const answer = await cutOff;
    await giveBack(outbox);
    await untilQuiet(ownerUrl());

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ data: { reportIncident: null }, errors: UNKNOWN });
    expect(parseEntry(await ledger.leafOf(answer))).toMatchObject({ kind: 'OUTCOME', status_code: 'OUTCOME_UNKNOWN' });
    expect(await grownBy()).toEqual([0, 0, 0, 0, 0]);
    await restartIncidents();
    await settlesOnce();
  });

  it('because its service was killed after it committed is found by its retry, and not made again', async () => {
    const outbox = await hold('outbox');
    const cutOff = report();
    await untilWaiting(ownerUrl(), 1);
    // Granted when the command has committed, before its record is read for the answer.
    const incident = hold('incident');
    await untilWaiting(ownerUrl(), 2);
    await giveBack(outbox);
    await incident;
    await untilWaiting(ownerUrl(), 1);
    await incidents.kill();

    expect((await cutOff).body).toMatchObject({ data: { reportIncident: null }, errors: UNKNOWN });
    await giveBack(await incident);
    expect(await grownBy()).toEqual([1, 1, 1, 1, 1]);
    await restartIncidents();
    await settlesOnce();
  });

  it('only from the reading of its record has a null below it, and its retry gives the record', async () => {
    const outbox = await hold('outbox');
    const cutOff = report();
    await untilWaiting(ownerUrl(), 1);
    const incident = hold('incident');
    await untilWaiting(ownerUrl(), 2);
    await giveBack(outbox);

    expect((await cutOff).body).toMatchObject({
      data: { reportIncident: { incident: null } },
      errors: [{ path: ['reportIncident', 'incident'], extensions: { code: 'INTERNAL' } }],
    });
    await giveBack(await incident);
    await settlesOnce();
  });

  it('because the gateway was killed between attempt and outcome leaves an attempt, and its retry the result once', async () => {
    const outbox = await hold('outbox');
    const cutOff = report().catch(() => 'cut off');
    await untilWaiting(ownerUrl(), 1);
    await gateway.kill();
    expect(await cutOff).toBe('cut off');
    await giveBack(outbox);
    await untilQuiet(ownerUrl());

    const kinds = (await ledger.leavesOf('Report')).map((leaf) => parseEntry(leaf).kind);
    const count = (kind: string): number => kinds.filter((each) => each === kind).length;
    expect(count('ATTEMPT')).toBe(count('OUTCOME') + 1);
    gateway = await startGateway();
    await settlesOnce();
    expect((await verifyLedger(world.databases.ledger.loaderUrl, () => undefined)).outcome).toBe('whole');
  });

  it('from its ledger before its outcome is 503 with the receipt of its attempt, and its retry gives the result once', async () => {
    const outbox = await hold('outbox');
    const cutOff = report();
    await untilWaiting(ownerUrl(), 1);
    await ledger.closeDatabase();
    await giveBack(outbox);
    const answer = await cutOff;
    await ledger.openDatabase();

    expect(answer.status).toBe(503);
    expect(answer.body.data).toBeUndefined();
    expect(answer.body.errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    expect(parseEntry(await ledger.leafOf(answer)).kind).toBe('ATTEMPT');
    expect(await grownBy()).toEqual([1, 1, 1, 1, 1]);
    await untilReady();
    await settlesOnce();
  });

  async function untilReady(): Promise<void> {
    for (;;) if ((await fetch(`${gateway.url}/ready`)).ok) return;
  }
});
