import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { grantNotary } from '@chancery/ledger/grant-notary';
import { printCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { parseVerifierKey, signerOf } from '@chancery/ledger/notes/note-key';
import { signNote, splitNote } from '@chancery/ledger/notes/signed-note';
import { sampleEntry } from '@chancery/ledger/testkit/sample-entry';
import { createTestLedger, type TestLedger } from '@chancery/ledger/testkit/test-ledger';
import { openReadingsLog } from '@chancery/ledger/who/open-readings-log';
import { withConnection } from '@chancery/shared/postgres/connect';
import { newerNode } from '@chancery/shared/testkit/newer-node';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ORIGIN = 'chancery.test/ledger';
const built = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const PROGRAMS = {
  notary: built('notary/dist/main.js'),
  witness: built('witness/dist/main.js'),
  mirror: built('witness/dist/mirror/main.js'),
  verify: built('packages/ledger/dist/verify/verify-cli.js'),
  evidence: built('packages/ledger/dist/evidence/evidence-cli.js'),
  proof: built('packages/ledger/dist/notes/proof-cli.js'),
};
const STARTS_WITHIN_MS = 180_000;
const ENTRIES = 5;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
/** Whether the Node that runs the tests could have signed so too. */
const isNewer = major > 24 || (major === 24 && minor >= 6);

interface Running {
  readonly url: string;
  /** What it said of itself before it was ready. */
  readonly lines: readonly string[];
  stop(): Promise<number | null>;
}

/** Starts a process as its operator does; rejects with what it said where it ends before it is ready. */
function start(node: string, program: string, env: Readonly<Record<string, string>>): Promise<Running> {
  const child: ChildProcess = spawn(node, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let complaints = '';
  child.stderr?.on('data', (piece) => {
    complaints += piece;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(`exit ${code}: ${complaints}`)));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve({ url: JSON.parse(line).ready.url, lines, stop });
      else lines.push(line);
    });
  });
}

const run = (node: string, args: readonly string[], env: Readonly<Record<string, string>>) =>
  new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
    execFile(node, [...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: `${stdout}${stderr}` }),
    );
  });
const keysSaid = ({ lines }: Running): string[] => lines.flatMap((line) => line.split('verifier key ')[1] ?? []);

describe('processes of a Node that has ML-DSA-44', () => {
  let ledger: TestLedger;
  let note = '';
  let keepers: readonly Running[] = [];
  let notaryEnv: Record<string, string> = {};
  const folder = mkdtempSync(join(tmpdir(), 'chancery-hybrid-'));
  const [logKeys, checkpoint] = [join(folder, 'notary/verifier-keys.txt'), join(folder, 'saved.checkpoint')];
  const keeperEnv = (of: 'WITNESS' | 'MIRROR') => ({
    ...{ [`${of}_NAME`]: `${of.toLowerCase()}.test/k`, [`${of}_FOLDER`]: join(folder, of), [`${of}_PORT`]: '0' },
    [`${of}_LOG_KEYS`]: logKeys,
  });
  const startNotary = async (node: string) => (await start(node, PROGRAMS.notary, notaryEnv)).stop();

  beforeAll(async () => {
    ledger = await createTestLedger('hybrid');
    const url = await ledger.database.addNotary();
    await grantNotary(ledger.database.ownerUrl);
    const writer = await ledger.openWriter();
    notaryEnv = { CHANCERY_LEDGER_NOTARY_URL: url, CHANCERY_NOTARY_FOLDER: join(folder, 'notary') };
    Object.assign(notaryEnv, { CHANCERY_LEDGER_ORIGIN: ORIGIN, CHANCERY_PUBLISH_EVERY_MS: '1' });
    // Its keys are there once it has run, and partners get them by hand.
    await startNotary(newerNode());
    keepers = await Promise.all([
      start(newerNode(), PROGRAMS.witness, keeperEnv('WITNESS')),
      start(newerNode(), PROGRAMS.mirror, keeperEnv('MIRROR')),
    ]);
    for (let n = 0; n < ENTRIES; n += 1) await writer.append(sampleEntry());
    await writer.close();
    const [witness, mirror] = keepers.map((keeper) =>
      JSON.stringify(Object.fromEntries(keysSaid(keeper).map((key) => [key, keeper.url]))),
    );
    notaryEnv = { ...notaryEnv, CHANCERY_WITNESSES: witness ?? '', CHANCERY_MIRRORS: mirror ?? '' };
    await startNotary(newerNode());
    const { rows } = await ledger.tamper('select note from audit_checkpoint where size = $1', [ENTRIES]);
    note = rows[0].note;
    writeFileSync(checkpoint, note);
  }, STARTS_WITHIN_MS);
  afterAll(async () => {
    await Promise.all(keepers.map((keeper) => keeper.stop()));
    await ledger.close();
    rmSync(folder, { recursive: true });
  }, STARTS_WITHIN_MS);

  const verify = (node: string, keys = logKeys, file = checkpoint) =>
    run(node, [PROGRAMS.verify, '--checkpoint', file, '--keys', keys], {
      CHANCERY_LEDGER_READER_URL: ledger.database.loaderUrl,
    });
  /** Without its lines of ML-DSA-44, which are the long ones. */
  const withoutHybrid = (text: string): string =>
    text
      .split('\n')
      .filter((line) => line.length < 1_000)
      .join('\n');

  it('sign, cosign and mirror with both keys, and say both', () => {
    const known = [...readFileSync(logKeys, 'utf8').trim().split('\n'), ...keepers.flatMap(keysSaid)];
    const kinds = known.map(parseVerifierKey).map(({ kind, name }) => `${kind} ${name}`);
    expect(kinds).toEqual([
      ...['note', 'subtree'].map((kind) => `${kind} ${ORIGIN}/1`),
      ...['cosignature', 'subtree'].map((kind) => `${kind} witness.test/k`),
      ...['cosignature', 'subtree'].map((kind) => `${kind} mirror.test/k`),
    ]);
    const signed = splitNote(note).lines.map(({ name, id }) => `${name}+${id}`);
    expect(signed.toSorted()).toEqual(known.map((key) => key.split('+').slice(0, 2).join('+')).toSorted());
    expect(readFileSync(join(folder, 'notary/log-1.checkpoint'), 'utf8').startsWith(splitNote(note).text)).toBe(true);
    for (const keeper of ['WITNESS', 'MIRROR'])
      expect(existsSync(join(folder, keeper, 'keys/1.ml-dsa-44.pem'))).toBe(true);
  });

  it(
    'verify the ledger by both, and refuse a checkpoint from which the second line was taken',
    async () => {
      expect(await verify(newerNode())).toMatchObject({
        code: 0,
        said: expect.stringContaining(`of ${ENTRIES} entries`),
      });
      const stripped = join(folder, 'stripped.checkpoint');
      writeFileSync(stripped, withoutHybrid(note));
      expect(await verify(newerNode(), logKeys, stripped)).toMatchObject({
        code: 3,
        said: expect.stringContaining('no key of ML-DSA-44'),
      });
      // Who has the key of Ed25519 alone believes it by that.
      const plain = join(folder, 'plain-keys.txt');
      writeFileSync(plain, readFileSync(logKeys, 'utf8').split('\n')[0] ?? '');
      for (const node of [newerNode(), process.execPath]) {
        expect(await verify(node, plain, stripped)).toMatchObject({ code: 0 });
        expect(await verify(node, plain)).toMatchObject({ code: 0 });
      }
    },
    STARTS_WITHIN_MS,
  );

  it(
    'give evidence that its offline verifier holds against both keys, and does not call whole where it cannot',
    async () => {
      await withConnection(ledger.database.ownerUrl, openReadingsLog);
      const bundle = join(folder, 'bundle');
      const written = await run(
        process.execPath,
        [PROGRAMS.evidence, bundle, '--from', '2026-01-01', '--reason', 'case 17'],
        {
          CHANCERY_LEDGER_READER_URL: ledger.database.loaderUrl,
          CHANCERY_LEDGER_SERVICE_URL: ledger.database.serviceUrl,
          CHANCERY_VERIFIER_KEYS: logKeys,
        },
      );
      expect(written).toMatchObject({ code: 0 });
      const ofBundle = (node: string, ...args: readonly string[]) =>
        run(node, [join(bundle, 'verify.mjs'), ...args], {});
      const needed = expect.stringContaining('Node 24.6 or newer is needed');
      expect(await ofBundle(newerNode())).toMatchObject({ code: 0 });
      expect(await ofBundle(process.execPath)).toMatchObject(isNewer ? { code: 0 } : { code: 2, said: needed });
      const plain = join(folder, 'key-of-ed25519.txt');
      writeFileSync(plain, readFileSync(logKeys, 'utf8').split('\n')[0] ?? '');
      expect(await ofBundle(process.execPath, '--keys', plain)).toMatchObject({ code: 0 });
      const proof = join(bundle, 'proofs/0.tlog-proof');
      const ofProof = (node: string, file: string) => run(node, [PROGRAMS.proof, file, '--keys', logKeys], {});
      expect(await ofProof(newerNode(), proof)).toMatchObject({ code: 0 });
      expect(await ofProof(process.execPath, proof)).toMatchObject(isNewer ? { code: 0 } : { code: 3, said: needed });
      const stripped = join(folder, 'stripped.tlog-proof');
      writeFileSync(stripped, withoutHybrid(readFileSync(proof, 'utf8')));
      const lacking = expect.stringContaining('no key of ML-DSA-44');
      expect(await ofProof(newerNode(), stripped)).toMatchObject({ code: 1, said: lacking });
    },
    STARTS_WITHIN_MS,
  );

  it('cosign nothing that the log has signed with one of its keys', async () => {
    const [witness, mirror] = keepers;
    for (const keeper of [witness, mirror]) {
      const body = `old ${ENTRIES}\n\n${withoutHybrid(note)}`;
      const answer = await fetch(new URL('add-checkpoint', keeper?.url), { method: 'POST', body });
      expect([answer.status, await answer.text()]).toEqual([
        403,
        'that log has not signed it with each kind of its keys\n',
      ]);
    }
  });

  it(
    'cannot be followed by those of an older Node, which end and say which Node is needed',
    async () => {
      const needed = isNewer ? null : 'Node 24.6 or newer is needed';
      const startHere = async (program: string, env: Readonly<Record<string, string>>) => {
        try {
          await (await start(process.execPath, program, env)).stop();
          return null;
        } catch (error) {
          return String(error);
        }
      };
      const said = await Promise.all([
        startHere(PROGRAMS.notary, notaryEnv),
        startHere(PROGRAMS.witness, keeperEnv('WITNESS')),
        // One that never had such a key, and is given the keys of a log that has.
        startHere(PROGRAMS.mirror, { ...keeperEnv('MIRROR'), MIRROR_FOLDER: join(folder, 'new') }),
        // And an operator who names a witness by a key that cannot be checked there.
        startHere(PROGRAMS.notary, { ...notaryEnv, CHANCERY_NOTARY_FOLDER: join(folder, 'another') }),
      ]);
      for (const each of said) expect(each).toEqual(needed === null ? null : expect.stringContaining(needed));
      if (needed !== null) expect(said[0]).toContain('exit 1');
      const verdict = await verify(process.execPath);
      expect(verdict).toMatchObject(needed === null ? { code: 0 } : { code: 2, said: expect.stringContaining(needed) });
    },
    STARTS_WITHIN_MS,
  );

  it(
    'sign anew what was signed without the second key',
    async () => {
      await ledger.tamper('update audit_checkpoint set note = $1 where size = $2', [withoutHybrid(note), ENTRIES]);
      await startNotary(newerNode());
      const { rows } = await ledger.tamper('select note from audit_checkpoint where size = $1', [ENTRIES]);
      const idsOf = (text: string) => splitNote(text).lines.map(({ id }) => id);
      expect(idsOf(rows[0].note).toSorted()).toEqual(idsOf(note).toSorted());
    },
    STARTS_WITHIN_MS,
  );

  it('raise an alarm at another history that the log has signed with one of its keys, and cosign it no more for that', async () => {
    const pem = readFileSync(join(folder, 'notary/keys/1.pem'), 'utf8');
    const signer = signerOf(`${ORIGIN}/1`, 'note', pem);
    const root = Buffer.alloc(32, 1);
    const split = signNote(printCheckpoint({ origin: `${ORIGIN}/1`, size: ENTRIES, root }), [signer]);
    for (const { url } of keepers) {
      expect((await fetch(new URL('health', url))).status).toBe(200);
      const body = `old ${ENTRIES}\n\n${split}`;
      expect((await fetch(new URL('add-checkpoint', url), { method: 'POST', body })).status).toBe(403);
      expect((await fetch(new URL('health', url))).status).toBe(503);
    }
  });
});
