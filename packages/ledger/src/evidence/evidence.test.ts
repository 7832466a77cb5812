import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withConnection } from '@chancery/shared/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { printCheckpoint } from '../notes/checkpoint.js';
import { printVerifierKey } from '../notes/note-key.js';
import { signNote } from '../notes/signed-note.js';
import { parseEntry } from '../parse-entry.js';
import { LOG, newSigner } from '../testkit/redeemed-answer.js';
import { sampleEntry } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { TileTree } from '../tiles/tile-tree.js';
import { leafHash, rootOf } from '../tree.js';
import { openReadingsLog } from '../who/open-readings-log.js';
import { checkBundle } from './check-bundle.js';

const CLI = fileURLToPath(new URL('../../dist/evidence/evidence-cli.js', import.meta.url));
const ENTRIES = 12;

interface Ended {
  readonly code: number;
  readonly text: string;
}

/** Each starts processes, and the machine may be busy. */
const STARTS_WITHIN_MS = 180_000;

describe('a bundle of evidence', () => {
  let ledger: TestLedger;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-evidence-'));
  const signer = newSigner();
  const keys = join(folder, 'keys.txt');
  const receipts: string[] = [];
  const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
    new Promise<Ended>((resolve) => {
      execFile(program, [...args], { env, cwd: folder }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), text: stdout + stderr }),
      );
    });
  const evidence = (...args: readonly string[]) =>
    run(process.execPath, [CLI, ...args], {
      CHANCERY_LEDGER_READER_URL: ledger.database.loaderUrl,
      CHANCERY_LEDGER_SERVICE_URL: ledger.database.serviceUrl,
      CHANCERY_VERIFIER_KEYS: keys,
    });
  /** A machine that has Node and the folder: no home, no path, no package. */
  const verify = (bundle: string, ...args: readonly string[]) =>
    run(process.execPath, [join(bundle, 'verify.mjs'), ...args], { HOME: join(folder, 'nowhere'), PATH: '' });

  beforeAll(async () => {
    ledger = await createTestLedger('evidence');
    await withConnection(ledger.database.ownerUrl, openReadingsLog);
    const writer = await ledger.openWriter({ deadlineMs: 30_000 });
    for (let n = 0; n < ENTRIES; n += 1) {
      const records = n % 3 === 0 ? ['Person:per_1'] : ['Mission:mis_1'];
      receipts.push((await writer.append(sampleEntry({ records, said: 's'.repeat(43) }))).receipt);
    }
    const tree = new TileTree();
    tree.append((await ledger.entries()).map(({ leaf }) => leafHash(leaf)));
    for (const { level, index, hashes } of tree.unfinished()) {
      await ledger.tamper('insert into audit_tile (log_id, level, idx, hashes) values (1, $1, $2, $3)', [
        level,
        index,
        hashes,
      ]);
    }
    const root = rootOf(tree.edge);
    const note = signNote(printCheckpoint({ origin: LOG, size: ENTRIES, root }), [signer]);
    await ledger.tamper('insert into audit_checkpoint (log_id, size, root, note) values (1, $1, $2, $3)', [
      ENTRIES,
      root,
      note,
    ]);
    writeFileSync(keys, `${printVerifierKey(signer.verifier)}\n`);
  });
  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true });
  }, STARTS_WITHIN_MS);

  it(
    'is verified by what lies in it, on a machine without a network’s name, a home or a package of ours',
    async () => {
      const bundle = join(folder, 'whole');
      const asked = ['--from', '2026-01-01', '--with', 'records', '--with', 'said', '--reason', 'case 17'];
      expect(await evidence(bundle, ...asked)).toMatchObject({ code: 0, text: expect.stringContaining('12 entries') });
      const whole = await verify(bundle);
      expect(whole).toMatchObject({
        code: 0,
        text: expect.stringContaining('12 entries of chancery.test/ledger/1, without a gap'),
      });
      expect((await verify(bundle, '--keys', keys)).text).toContain('by the keys that you brought');
      const stranger = join(folder, 'strangers.txt');
      writeFileSync(stranger, printVerifierKey(newSigner().verifier));
      expect((await verify(bundle, '--keys', stranger)).code).toBe(1);
      expect((await verify(bundle, '--nothing')).code).toBe(3);
      // Nothing but Node is imported, and nothing of it that reaches a network.
      const imports = readFileSync(join(bundle, 'verify.mjs'), 'utf8').match(/from '[^']+';/g);
      expect(new Set(imports)).toEqual(
        new Set(['fs', 'path', 'process', 'url', 'crypto', 'util'].map((name) => `from 'node:${name}';`)),
      );
    },
    STARTS_WITHIN_MS,
  );

  it(
    'has only the parts of sidecars that were asked for, and says who asked and why on the ledger',
    async () => {
      const files = readdirSync(join(folder, 'whole', 'sidecars'));
      expect(files.filter((file) => file.includes('private'))).toEqual([]);
      expect(files.filter((file) => file.includes('records'))).toHaveLength(ENTRIES);
      const { rows } = await ledger.tamper('select leaf from audit_entry where log_id = 2 order by idx');
      const { reading } = JSON.parse(readFileSync(join(folder, 'whole', 'manifest.json'), 'utf8'));
      expect(rows.map(({ leaf }) => parseEntry(leaf)).find(({ receipt }) => receipt === reading)).toMatchObject({
        kind: 'AUDIT_READ',
        api: { operation: 'evidence' },
      });
    },
    STARTS_WITHIN_MS,
  );

  it(
    'is of the entries of some receipts, or of those that read a record, by what they say',
    async () => {
      const [first = '', , third = ''] = receipts;
      const chosen = join(folder, 'chosen');
      expect(
        (await evidence(chosen, '--receipt', first, '--receipt', third, '--with', 'private', '--reason', 'r')).code,
      ).toBe(0);
      expect(readdirSync(join(chosen, 'entries')).sort()).toEqual(['0.json', '2.json']);
      expect((await verify(chosen)).text).toContain('2 entries of chancery.test/ledger/1, chosen');
      const person = join(folder, 'person');
      expect((await evidence(person, '--record', 'Person:per_1', '--reason', 'r')).code).toBe(0);
      expect(readdirSync(join(person, 'entries'))).toHaveLength(ENTRIES / 3);
      expect((await evidence(join(folder, 'none'), '--record', 'Person:per_2', '--reason', 'r')).code).toBe(2);
      const asked = () => ledger.tamper('select count(*)::int as n from audit_entry where log_id = 2');
      const before = (await asked()).rows;
      expect((await evidence(person, '--record', 'Person:per_1', '--reason', 'r')).text).toContain('not empty');
      // Nothing was asked for a folder that takes nothing.
      expect((await asked()).rows).toEqual(before);
      for (const wrong of [[], ['--receipt', first], ['--from', 'then', '--reason', 'r']]) {
        expect((await evidence(join(folder, 'none'), ...wrong)).code).toBe(3);
      }
    },
    STARTS_WITHIN_MS,
  );

  it(
    'is altered when one byte of any file is another, and incomplete when any is gone',
    async () => {
      const whole = join(folder, 'chosen');
      const paths = readdirSync(whole, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name).slice(whole.length + 1))
        .sort();
      expect(paths).toHaveLength(12);
      const files = new Map<string, Uint8Array>(paths.map((path) => [path, readFileSync(join(whole, path))]));
      const severitiesOf = (changed: ReadonlyMap<string, Uint8Array>) =>
        new Set(checkBundle(changed, null).flaws.map(({ severity }) => severity));
      expect(severitiesOf(files)).toEqual(new Set());
      for (const [path, bytes] of files) {
        const altered = Uint8Array.from(bytes);
        const at = Math.floor(bytes.length / 2);
        altered[at] = (altered[at] ?? 0) ^ 0x01;
        expect([path, severitiesOf(new Map([...files, [path, altered]])).has('altered')]).toEqual([path, true]);
        const without = new Map(files);
        without.delete(path);
        expect([path, severitiesOf(without)]).toEqual([path, new Set(['missing'])]);
      }
      // The same by the file that lies in it, of one of each kind.
      const copy = join(folder, 'copy');
      cpSync(whole, copy, { recursive: true });
      writeFileSync(join(copy, 'entries/0.json'), readFileSync(join(whole, 'entries/2.json')));
      expect((await verify(copy)).code).toBe(1);
      rmSync(join(copy, 'entries/0.json'));
      expect((await verify(copy)).code).toBe(2);
      const added = join(folder, 'added');
      cpSync(whole, added, { recursive: true });
      mkdirSync(join(added, 'more'));
      writeFileSync(join(added, 'more/1.json'), '{}');
      expect((await verify(added)).code).toBe(1);
    },
    STARTS_WITHIN_MS,
  );
});
