import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newerNode } from '@chancery/shared/testkit/newer-node';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import fc from 'fast-check';
import { doNoteJob, type NoteJob, type NoteResult, runNoteJobs } from '../testkit/note-process.js';
import { parseVerifierKey } from './note-key.js';
import { splitNote } from './signed-note.js';

/**
 * Ed25519 and ML-DSA-44 together: a newer Node signs and checks with what is built of this package, and an implementation that has nothing in common
 * with it (`@noble/post-quantum`) checks what it signed and signs what it checks. "Here" is the Node that runs the tests, which may have no ML-DSA-44.
 */
const ORIGIN = 'log.example/1';
const WITNESS = 'witness.example/w';
const ROOT = Buffer.alloc(32, 0x5c);
const TIME = 1_790_000_000;
const TEXT = `${ORIGIN}\n12\n${ROOT.toString('base64')}\n`;
const ALTERED = 1_000;
const STARTS_WITHIN_MS = 180_000;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNewer = major > 24 || (major === 24 && minor >= 6);
/** What a demand comes to here. */
const demandedHere = (lines: readonly string[]): unknown =>
  isNewer ? { lines } : { refused: expect.stringContaining('Node 24.6 or newer is needed'), error: 'RuntimeTooOld' };

const uint64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
};
const named = (text: string): Buffer => Buffer.concat([Buffer.of(text.length), Buffer.from(text)]);
/** The structure that is signed, as C2SP tlog-cosignature says. */
const messageOf = (name: string, { time = TIME, origin = ORIGIN, size = 12, root = ROOT } = {}): Buffer =>
  Buffer.concat([
    Buffer.from('subtree/v1\n\0'),
    named(name),
    uint64(time),
    named(origin),
    uint64(0),
    uint64(size),
    root,
  ]);

const other = ml_dsa44.keygen(new Uint8Array(32).fill(7));
const idOf = (name: string, type: number, publicKey: Uint8Array): Buffer =>
  createHash('sha256').update(`${name}\n`).update(Buffer.of(type)).update(publicKey).digest().subarray(0, 4);
const lineOf = (name: string, ...bytes: readonly Uint8Array[]): string =>
  `— ${name} ${Buffer.concat(bytes).toString('base64')}\n`;
const keyText = (name: string, type: number, publicKey: Uint8Array): string =>
  `${name}+${idOf(name, type, publicKey).toString('hex')}+${Buffer.concat([Buffer.of(type), publicKey]).toString('base64')}`;

const linesIn = (result: NoteResult | undefined): readonly string[] => {
  if (result === undefined || 'refused' in result) throw new Error(`no lines: ${JSON.stringify(result)}`);
  return result.lines;
};

describe('a log that signs by Ed25519 and ML-DSA-44', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-hybrid-'));
  const [logFolder, witnessFolder] = [join(folder, 'log'), join(folder, 'witness')];
  let keys: readonly string[] = [];
  let witnessKeys: readonly string[] = [];
  let note = '';
  let cosigned = '';
  const byNewer = (jobs: readonly NoteJob[]) => runNoteJobs(newerNode(), jobs);
  const open = (text: string, known = keys, policy?: string): NoteJob => ({
    do: 'open',
    note: text,
    keys: known,
    ...(policy === undefined ? {} : { policy }),
  });

  beforeAll(async () => {
    const made = await byNewer([
      { do: 'keys', folder: logFolder, name: ORIGIN, as: 'note' },
      { do: 'keys', folder: witnessFolder, name: WITNESS, as: 'cosignature' },
      { do: 'sign', folder: logFolder, origin: ORIGIN, size: 12, root: ROOT.toString('base64'), time: TIME },
      { do: 'cosign', folder: witnessFolder, name: WITNESS, text: TEXT, time: TIME },
    ]);
    [keys, witnessKeys] = [linesIn(made[0]), linesIn(made[1])];
    [note = '', cosigned = ''] = [linesIn(made[2])[0], linesIn(made[3])[0]];
  }, STARTS_WITHIN_MS);
  afterAll(() => rmSync(folder, { recursive: true }));

  const splitLines = () => splitNote(note).lines.map(({ line }) => `${line}\n`);

  it('has a key of each in its folder, which its owner alone reads', () => {
    expect(readdirSync(logFolder).sort()).toEqual(['1.ml-dsa-44.pem', '1.pem']);
    for (const file of readdirSync(logFolder)) expect(statSync(join(logFolder, file)).mode & 0o777).toBe(0o600);
    expect(statSync(logFolder).mode & 0o777).toBe(0o700);
    expect(keys.map((key) => parseVerifierKey(key).kind)).toEqual(['note', 'subtree']);
  });

  it('puts the line of Ed25519 first, and below it one of 2,420 bytes that another implementation accepts', () => {
    const [plain, hybrid] = splitNote(note).lines;
    expect(splitNote(note).text).toBe(TEXT);
    expect([plain?.signature.length, hybrid?.signature.length]).toEqual([64, 8 + 2_420]);
    const { publicKey, id } = parseVerifierKey(keys[1] ?? '');
    expect(hybrid).toMatchObject({ name: ORIGIN, id });
    const bytes = hybrid?.signature ?? Buffer.alloc(0);
    expect(bytes.readBigUInt64BE()).toBe(BigInt(TIME));
    expect(ml_dsa44.verify(bytes.subarray(8), messageOf(ORIGIN), publicKey)).toBe(true);
    expect(ml_dsa44.verify(bytes.subarray(8), messageOf(WITNESS), publicKey)).toBe(false);
    expect(ml_dsa44.verify(bytes.subarray(8), messageOf(ORIGIN), publicKey, { context: Buffer.of(1) })).toBe(false);
  });

  it('is cosigned by both keys of a witness', async () => {
    const known = [...keys, ...witnessKeys];
    expect(await byNewer([open(`${note}${cosigned}`, known)])).toEqual([
      { lines: [`note ${ORIGIN}`, `subtree ${ORIGIN}`, `cosignature ${WITNESS}`, `subtree ${WITNESS}`] },
    ]);
  });

  it('is believed by both kinds of its keys, and by no one of two; by one where only that is known', async () => {
    const [plain = '', hybrid = ''] = splitLines();
    const missing = (algorithm: string) => ({ refused: expect.stringContaining(`no key of ${algorithm}`) });
    expect(
      await byNewer([
        open(`${TEXT}\n${plain}`),
        open(`${TEXT}\n${hybrid}`),
        open(`${TEXT}\n${hybrid}${plain}`),
        open(`${TEXT}\n${plain}`, keys.slice(0, 1)),
        open(`${TEXT}\n${hybrid}`, keys.slice(1)),
        // What it signed says nothing of lines of extensions, and those are read by nobody.
        open(`${TEXT}an extension\n\n${hybrid}`, keys.slice(1)),
        open(`${TEXT}an extension\n\n${plain}${hybrid}`),
      ]),
    ).toMatchObject([
      missing('ML-DSA-44'),
      missing('Ed25519'),
      { lines: [`subtree ${ORIGIN}`, `note ${ORIGIN}`] },
      { lines: [`note ${ORIGIN}`] },
      { lines: [`subtree ${ORIGIN}`] },
      { lines: [`subtree ${ORIGIN}`] },
      { refused: expect.stringContaining('false signature') },
    ]);
  });

  it('accepts what another implementation signed, and none of it under another name, time, tree, context or length', async () => {
    const id = idOf(ORIGIN, 0x06, other.publicKey);
    const known = [keyText(ORIGIN, 0x06, other.publicKey)];
    const sign = (message: Buffer, options = {}) => ml_dsa44.sign(message, other.secretKey, options);
    const signed = sign(messageOf(ORIGIN));
    const stamped = (signature: Uint8Array, time = TIME) =>
      open(`${TEXT}\n${lineOf(ORIGIN, id, uint64(time), signature)}`, known);
    const [good, zero, ...bad] = await byNewer([
      stamped(signed),
      stamped(sign(messageOf(ORIGIN, { time: 0 })), 0),
      stamped(sign(messageOf(WITNESS))),
      stamped(sign(messageOf(ORIGIN, { time: TIME + 1 }))),
      stamped(signed, TIME + 1),
      stamped(sign(messageOf(ORIGIN, { origin: 'log.example/2' }))),
      stamped(sign(messageOf(ORIGIN, { size: 13 }))),
      stamped(sign(messageOf(ORIGIN, { root: Buffer.alloc(32) }))),
      stamped(sign(messageOf(ORIGIN), { context: Buffer.from('subtree/v1') })),
      stamped(sign(Buffer.from(`cosignature/v1\ntime ${TIME}\n${TEXT}`))),
      stamped(sign(Buffer.from(TEXT))),
      stamped(signed.subarray(0, 2_419)),
      stamped(Buffer.concat([signed, Buffer.of(0)])),
      stamped(new Uint8Array(2_420)),
      stamped(new Uint8Array(0)),
      // The same signature below another checkpoint of the log.
      open(`${TEXT.replace('\n12\n', '\n13\n')}\n${lineOf(ORIGIN, id, uint64(TIME), signed)}`, known),
    ]);
    expect([good, zero]).toEqual([{ lines: [`subtree ${ORIGIN}`] }, { lines: [`subtree ${ORIGIN}`] }]);
    for (const each of bad) expect(each).toHaveProperty('refused');
  });

  it('is not signed by who uses the id of its keys with another, or its name with another key', async () => {
    const [plain = '', hybrid = ''] = splitLines();
    const [plainId, hybridId] = splitNote(note).lines.map(({ id }) => Buffer.from(id, 'hex'));
    const forged = ml_dsa44.sign(messageOf(ORIGIN), other.secretKey);
    const strange = lineOf(ORIGIN, idOf(ORIGIN, 0x06, other.publicKey), uint64(TIME), forged);
    const results = await byNewer([
      open(`${TEXT}\n${plain}${lineOf(ORIGIN, hybridId ?? Buffer.alloc(4), uint64(TIME), forged)}`),
      open(`${TEXT}\n${plain}${strange}`),
      open(`${TEXT}\n${lineOf(ORIGIN, plainId ?? Buffer.alloc(4), uint64(TIME), forged)}${hybrid}`),
      open(`${TEXT}\n${plain}${hybrid.replace(ORIGIN, 'log.example/2')}`),
      // The word of a witness is not the log's, though it calls itself so in a policy.
      open(`${TEXT}\n${strange}`, [], `witness w ${keyText(ORIGIN, 0x06, other.publicKey)}\nquorum w\n`),
    ]);
    for (const each of results) expect(each).toHaveProperty('refused');
  });

  it(`is refused in each of ${ALTERED} states in which one byte is another, wherever`, async () => {
    const bytes = Buffer.from(note);
    const changes = fc.sample(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), ALTERED);
    const altered = changes.map(([at, change]) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ change;
      return open(copy.toString());
    });
    const results = await byNewer([open(note), ...altered]);
    expect(results[0]).toHaveProperty('lines');
    expect(results.slice(1).filter((each) => !('refused' in each))).toEqual([]);
    expect(results).toHaveLength(1 + ALTERED);
  });

  it('is checked here as far as the Node that runs goes, and where more is demanded, not believed', () => {
    expect(doNoteJob(open(note, keys.slice(0, 1)))).toEqual({ lines: [`note ${ORIGIN}`] });
    expect(doNoteJob(open(note, keys.slice(1)))).toEqual(demandedHere([`subtree ${ORIGIN}`]));
    expect(doNoteJob(open(note))).toEqual(demandedHere([`note ${ORIGIN}`, `subtree ${ORIGIN}`]));
    // That it is altered is told all the same.
    expect(doNoteJob(open(note.replace('\n12\n', '\n13\n')))).toMatchObject({
      refused: expect.stringContaining('false'),
    });
  });

  it('is believed by a policy that other keys meet, and by none that demands a key which nobody here can check', () => {
    const [plain = '', hybrid = ''] = witnessKeys;
    const lines = `log ${keys[0]}\nwitness w ${plain}\nwitness pq ${hybrid}\n`;
    const by = (quorum: string) =>
      doNoteJob(open(`${note}${cosigned}`, [], `${lines}group g ${quorum} w pq\nquorum g\n`));
    const all = [`note ${ORIGIN}`, `cosignature ${WITNESS}`, `subtree ${WITNESS}`];
    expect(by('any')).toEqual({ lines: isNewer ? all : all.slice(0, 2) });
    expect(by('all')).toEqual(demandedHere(all));
    // Whether it could be checked or not: who has not signed has not.
    expect(doNoteJob(open(note, [], `${lines}quorum w\n`))).toMatchObject({
      refused: expect.stringContaining('nobody'),
    });
  });

  it('is signed no more where the Node was put back to one that cannot: that is an error, and no signature by one key', () => {
    const keysHere = doNoteJob({ do: 'keys', folder: logFolder, name: ORIGIN, as: 'note' });
    expect(keysHere).toEqual(demandedHere(keys));
    if (!isNewer)
      expect(keysHere).toMatchObject({ refused: expect.stringContaining(join(logFolder, '1.ml-dsa-44.pem')) });
  });

  it('gets its second key when a newer Node opens the folder of an older one', async () => {
    const older = join(folder, 'older');
    const before = linesIn(doNoteJob({ do: 'keys', folder: older, name: ORIGIN, as: 'note' }));
    const [after] = await byNewer([{ do: 'keys', folder: older, name: ORIGIN, as: 'note' }]);
    expect(before).toHaveLength(isNewer ? 2 : 1);
    expect(linesIn(after)).toHaveLength(2);
    expect(linesIn(after)[0]).toBe(before[0]);
  });

  it('signs by an old and a new key of ML-DSA-44 while keys change, and is believed by who has either', async () => {
    const seed = Buffer.alloc(32, 7);
    // PKCS #8 of a seed alone (RFC 9881), put together here.
    const der = Buffer.concat([
      Buffer.from('303402010030 0b0609608648016503040311 04228020'.replaceAll(' ', ''), 'hex'),
      seed,
    ]);
    const pem = `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
    writeFileSync(join(logFolder, '2.ml-dsa-44.pem'), pem, { mode: 0o600 });
    const made = await byNewer([
      { do: 'keys', folder: logFolder, name: ORIGIN, as: 'note' },
      { do: 'sign', folder: logFolder, origin: ORIGIN, size: 12, root: ROOT.toString('base64'), time: TIME },
    ]);
    const next = keyText(ORIGIN, 0x06, other.publicKey);
    expect(linesIn(made[0])).toEqual([...keys, next]);
    const [both = ''] = linesIn(made[1]);
    const known = [keys, [keys[0] ?? '', next], [...keys, next]];
    expect((await byNewer(known.map((each) => open(both, each)))).map((each) => linesIn(each).length)).toEqual([
      2, 2, 3,
    ]);
  });
});
