import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeInclusionProof } from '../proofs.js';
import { appendLeaves, EMPTY_EDGE, leafHash, rootOf } from '../tree.js';
import { parseCheckpoint, printCheckpoint } from './checkpoint.js';
import { type NoteSigner, parseVerifierKey, printVerifierKey, signerOf } from './note-key.js';
import { cosign, openNote, signNote } from './signed-note.js';
import { openTlogProof, parseTlogProof, printTlogProof } from './tlog-proof.js';

/** The example of the specification C2SP signed-note. */
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE_NOTE =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

const newSigner = (name: string, kind: 'note' | 'cosignature' = 'note'): NoteSigner =>
  signerOf(name, kind, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
const log = newSigner('log.example/1');
const witness = newSigner('witness.example/w', 'cosignature');

describe('a signed note', () => {
  it('is that of the specification, whose key id is its own', () => {
    const verifier = parseVerifierKey(EXAMPLE_KEY);
    expect(openNote(EXAMPLE_NOTE, [verifier])).toMatchObject({ text: 'This is an example message.\n' });
    expect(printVerifierKey(verifier)).toBe(EXAMPLE_KEY);
    expect(() => openNote(EXAMPLE_NOTE.replace('example message', 'example massage'), [verifier])).toThrow('false');
    expect(() => parseVerifierKey(EXAMPLE_KEY.replace('530d903a', '530d903b'))).toThrow('not its own');
  });

  it('is believed for a known key alone, whatever unknown ones signed', () => {
    const stranger = newSigner('log.example/1');
    const note = signNote('a\n\nb\n', [stranger, log]);
    expect(openNote(note, [log.verifier])).toMatchObject({
      text: 'a\n\nb\n',
      signatures: [{ verifier: log.verifier }],
    });
    expect(() => openNote(note, [newSigner('log.example/1').verifier])).toThrow('no known key');
    // The same key under another name is another key.
    expect(() => openNote(note.replaceAll('log.example/1', 'log.example/2'), [log.verifier])).toThrow('no known key');
  });

  it('is signed by an old and a new key while keys change, and opens with either', () => {
    const next = newSigner('log.example/1');
    const note = signNote('text\n', [log, next]);
    for (const { verifier } of [log, next]) expect(openNote(note, [verifier]).signatures).toHaveLength(1);
    expect(openNote(note, [log.verifier, next.verifier]).signatures).toHaveLength(2);
  });

  it('is refused when one byte of it is another, wherever', () => {
    const note = Buffer.from(signNote('log.example/1\n12\n', [log]));
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = Buffer.from(note);
        altered[at] = (altered[at] ?? 0) ^ change;
        expect(() => openNote(altered.toString(), [log.verifier])).toThrow();
      }),
    );
  });

  it.each(['', '\n', 'text\n', 'text\n\n', 'text\n\n— log.example/1\n', 'text\n\n- log.example/1 AAAAAAAA\n'])(
    'is not: %j',
    (text) => {
      expect(() => openNote(text, [log.verifier])).toThrow(RangeError);
    },
  );
});

describe('a cosignature', () => {
  const text = printCheckpoint({ origin: 'log.example/1', size: 0, root: rootOf(EMPTY_EDGE) });

  it('says when the checkpoint was seen, and vouches for no other time and no other text', () => {
    const note = signNote(text, [log]) + cosign(text, witness, 1_679_315_147);
    const { signatures } = openNote(note, [log.verifier, witness.verifier]);
    expect(signatures.map(({ time }) => time)).toEqual([null, 1_679_315_147]);
    const other = cosign(text.replace('\n0\n', '\n1\n'), witness, 1_679_315_147);
    expect(() => openNote(signNote(text, [log]) + other, [witness.verifier])).toThrow('false signature');
  });

  it('is of the form of the specification: four bytes of id, eight of time, sixty-four of signature', () => {
    const bytes = Buffer.from(cosign(text, witness, 5).trim().split(' ')[2] ?? '', 'base64');
    expect(bytes).toHaveLength(76);
    expect(bytes.readBigUInt64BE(4)).toBe(5n);
  });
});

describe('the text of a checkpoint', () => {
  it('is read as it was written, and extension lines are passed over', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const checkpoint = parseCheckpoint(text);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(printCheckpoint(checkpoint)).toBe(text);
    expect(parseCheckpoint(`${text}an extension\n`)).toEqual(checkpoint);
  });

  it.each([
    '',
    'o\n1\n',
    'o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    'o\n1\nCsUY\n',
    '\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
  ])('is not: %j', (text) => {
    expect(() => parseCheckpoint(text)).toThrow('not the text of a checkpoint');
  });
});

describe('a proof in one file', () => {
  const leaves = Array.from({ length: 11 }, (_, n) => leafHash(`entry ${n}`));
  const root = rootOf(appendLeaves(EMPTY_EDGE, leaves));
  const note = signNote(printCheckpoint({ origin: 'log.example/1', size: 11, root }), [log]);
  const proofOf = (index: number, extra: Buffer | null = null) =>
    printTlogProof({ extra, index, path: makeInclusionProof(leaves, index), note });

  it.each([0, 3, 10])('proves entry %i, and no other', (index) => {
    const proof = parseTlogProof(proofOf(index, leaves[index]));
    const leaf = leaves[index] ?? Buffer.alloc(0);
    expect(openTlogProof(proof, leaf, [log.verifier])).toMatchObject({ index, checkpoint: { size: 11 } });
    expect(() => openTlogProof(proof, leafHash('another'), [log.verifier])).toThrow(`not number ${index}`);
    expect(() => openTlogProof({ ...proof, index: index === 0 ? 1 : 0 }, leaf, [log.verifier])).toThrow('not number');
  });

  it('proves nothing by the word of a witness alone, or of another log', () => {
    const text = printCheckpoint({ origin: 'log.example/1', size: 11, root });
    for (const other of [
      cosign(text, witness, 5),
      signNote(text, [newSigner('log.example/2')]).slice(text.length + 1),
    ]) {
      const proof = { ...parseTlogProof(proofOf(3)), note: `${text}\n${other}` };
      expect(() => openTlogProof(proof, leaves[3] ?? Buffer.alloc(0), [witness.verifier])).toThrow();
    }
  });
});
