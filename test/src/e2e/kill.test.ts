import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { verifyLedger } from '@chancery/ledger/verify/verify-ledger';
import { tellNoAgreements } from '@chancery/shared/admission/testkit/agreement-server';
import { type SnapshotServer, tellSnapshots } from '@chancery/shared/law/testkit/tell-snapshots';
import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { openDevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actsOfTheDay, seededFacts } from '../testkit/acts.js';
import { createAsker } from '../testkit/asker.js';
import { LedgerWindow } from '../testkit/ledger-window.js';
import { MESH_STARTS_WITHIN_MS } from '../testkit/mesh.js';
import { SUBGRAPHS, startWorld, type World } from '../testkit/world.js';

const MAIN = fileURLToPath(new URL('../../../gateway/dist/wiring/main.js', import.meta.url));
const QUERY = '{ missionByWikidataId(wikidataId: "Q875787") { city premises { address } } }';
const CALLERS = 8;
const ANSWERS = 120;

describe('a gateway process that is killed under load', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-kill-'));
  const lawKey = Buffer.alloc(32, 8);
  let law: SnapshotServer;
  let world: World;

  beforeAll(async () => {
    const snapshot = sealSnapshot({ number: 1, facts: seededFacts(), acts: actsOfTheDay(Date.now()) });
    law = await tellSnapshots(snapshot, lawKey, { others: tellNoAgreements(lawKey) });
    world = await startWorld(holdSnapshot(snapshot));
    mkdirSync(join(folder, 'keys'));
    for (const name of SUBGRAPHS) writeKey(name, world.keys[name]);
    writeKey('pseudonym', Buffer.alloc(32, 7));
    writeKey('snapshot', lawKey);
  }, MESH_STARTS_WITHIN_MS);
  afterAll(async () => {
    await world.close();
    await law[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  const keyFile = (name: string): string => join(folder, 'keys', `${name}.key`);
  const writeKey = (name: string, key: Uint8Array): void =>
    writeFileSync(keyFile(name), Buffer.from(key).toString('base64url'), { mode: 0o600 });

  async function startProcess(): Promise<{ child: ChildProcess; url: string }> {
    const { ledger } = world.databases;
    const subgraphs = SUBGRAPHS.map((name) => [name, { url: world.subgraphs[name].url, keyFile: keyFile(name) }]);
    const child = spawn(process.execPath, [MAIN, '--demo'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        PATH: process.env.PATH,
        CHANCERY_DATA: folder,
        CHANCERY_PORT: '0',
        CHANCERY_SNAPSHOT_URL: law.url,
        CHANCERY_SNAPSHOT_KEY_FILE: keyFile('snapshot'),
        CHANCERY_LEDGER_SERVICE_URL: ledger.serviceUrl,
        CHANCERY_SUBGRAPHS: JSON.stringify(Object.fromEntries(subgraphs)),
      },
    });
    if (!child.stdout) throw new Error('no standard output');
    const [line] = await once(createInterface(child.stdout), 'line');
    return { child, url: JSON.parse(String(line)).ready.url };
  }

  it('has on the ledger every request that it answered, and the ledger verifies', async () => {
    const { child, url } = await startProcess();
    const token = openDevelopmentIssuer(folder).mint('deu.police', { purpose: 'THREAT_PREVENTION', now: Date.now() });
    const asker = createAsker(url, token);
    const receipts: string[] = [];

    const call = async (): Promise<void> => {
      for (;;) {
        const answer = await asker.query(QUERY).catch(() => null);
        if (answer === null) return;
        expect(answer.status).toBe(200);
        receipts.push(answer.body.extensions?.audit?.receipt ?? 'none');
        if (receipts.length === ANSWERS) child.kill('SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: CALLERS }, call));
    expect(receipts.length).toBeGreaterThanOrEqual(ANSWERS);

    const window = new LedgerWindow(world.databases.ledger);
    const recorded = new Set(await window.receipts());
    await window.close();
    expect(receipts.filter((receipt) => !recorded.has(receipt))).toEqual([]);
    expect((await verifyLedger(world.databases.ledger.loaderUrl, () => undefined)).outcome).toBe('whole');
    // A gateway is started and killed in it, on a machine that may be busy.
  }, 180_000);
});
