import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { subtreeMessage } from './cosigned-message.js';
import { parseVerifierKey, printVerifierKey, requireCheckable } from './note-key.js';
import { parsePolicy, toleranceOf } from './policy.js';
import { openNote } from './signed-note.js';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
/** Whether the Node that runs the tests has ML-DSA-44; the oldest that we run on has not. */
const isNewer = major > 24 || (major === 24 && minor >= 6);

const keyOf = (seed: number) => ml_dsa44.keygen(new Uint8Array(32).fill(seed));
/** A verifier key as C2SP signed-note and tlog-cosignature say, put together here. */
function verifierKey(name: string, publicKey: Uint8Array, type = 0x06): string {
  const digest = createHash('sha256').update(name).update('\n').update(Buffer.of(type)).update(publicKey).digest('hex');
  return `${name}+${digest.slice(0, 8)}+${Buffer.concat([Buffer.of(type), publicKey]).toString('base64')}`;
}

describe('a verifier key of ML-DSA-44', () => {
  const { publicKey } = keyOf(1);
  const text = verifierKey('witness.example/w', publicKey);

  it('is written as C2SP says, with the type 0x06 and an id of its own', () => {
    const verifier = parseVerifierKey(text);
    expect(verifier).toMatchObject({ name: 'witness.example/w', kind: 'subtree', canCheck: isNewer });
    expect(verifier.publicKey).toEqual(Buffer.from(publicKey));
    expect(printVerifierKey(verifier)).toBe(text);
  });

  it('is not one that is cut or longer, is named by the id of another, or is said to be of Ed25519', () => {
    for (const bytes of [publicKey.subarray(1), Buffer.concat([publicKey, Buffer.of(0)])]) {
      expect(() => parseVerifierKey(verifierKey('witness.example/w', bytes))).toThrow('no known kind');
    }
    for (const type of [0x01, 0x04, 0x05]) {
      expect(() => parseVerifierKey(verifierKey('witness.example/w', publicKey, type))).toThrow('no known kind');
    }
    expect(() => parseVerifierKey(text.replace('example/w', 'example/v'))).toThrow('not its own');
    expect(() => parseVerifierKey(verifierKey('w', publicKey.subarray(0, 32)))).toThrow('no known kind');
  });

  it('can be demanded where the runtime has the algorithm, and elsewhere says which Node does', () => {
    const demand = () => requireCheckable([parseVerifierKey(text)]);
    if (isNewer) expect(demand).not.toThrow();
    else expect(demand).toThrow(/`witness.example\/w\+[0-9a-f]{8}` is of ML-DSA-44, .*Node 24\.6 or newer is needed/);
  });

  it('signs the structure of C2SP tlog-cosignature, byte for byte', () => {
    const root = Buffer.alloc(32, 0xab);
    const message = subtreeMessage('w.example', 0x0102, { origin: 'log.example/1', size: 0x0304, root });
    const written = [
      '737562747265652f76310a00', // subtree/v1\n\0
      '09772e6578616d706c65', // opaque cosigner_name<1..2^8-1>
      '0000000000000102', // uint64 timestamp
      '0d6c6f672e6578616d706c652f31', // opaque log_origin<1..2^8-1>
      '0000000000000000', // uint64 start
      '0000000000000304', // uint64 end
      'ab'.repeat(32), // uint8 hash[32]
    ];
    expect(message.toString('hex')).toBe(written.join(''));
    for (const name of ['', 'x'.repeat(256)]) {
      expect(() => subtreeMessage(name, 1, { origin: 'o', size: 1, root })).toThrow('cannot be signed');
      expect(() => subtreeMessage('o', 1, { origin: name, size: 1, root })).toThrow('cannot be signed');
    }
  });
});

describe('the oracle that the tests hold ML-DSA-44 against', () => {
  it('gives the key and the signature of the example of draft-ietf-cose-dilithium', () => {
    const { publicKey, secretKey } = keyOf(0);
    const payload = Buffer.from('It’s a dangerous business, Frodo, going out your door.').toString('base64url');
    const header = '{"alg":"ML-DSA-44","kid":"T4xl70S7MT6Zeq6r9V9fPJGVn76wfnXJ21-gyo0Gu6o"}';
    const signed = Buffer.from(`${Buffer.from(header).toString('base64url')}.${payload}`);
    const signature = Buffer.from(ml_dsa44.sign(signed, secretKey, { extraEntropy: false }));
    expect(Buffer.from(publicKey).toString('base64url')).toMatch(/^unH59k4RuutY-pxvu24U5h8YZD2rSVtHU5qRZsoBmBMcRPgm/);
    expect(signature.toString('hex')).toMatch(/^92723543ff422332c7e57cbde0a91ced654aa9970082d27798d7f41948f5b8b0/);
    expect(signature.toString('hex')).toMatch(/c4ced1ddf5000000000000000000000000121f3044$/);
  });
});

describe('a note below which stand signatures of ML-DSA-44', () => {
  it('opens with a key of Ed25519 that is known, whatever stands below it of keys that are not', () => {
    const known = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
    const line = `— witness.example/w ${Buffer.alloc(4 + 8 + 2_420, 7).toString('base64')}\n`;
    const note =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    expect(openNote(`${note}${line}`, [parseVerifierKey(known)]).signatures).toHaveLength(1);
  });
});

describe('a policy with keys of ML-DSA-44', () => {
  const ed25519 = (seed: number) => Buffer.alloc(32, seed);
  const both = (name: string, seed: number) =>
    `witness ${name} ${verifierKey(name, ed25519(seed), 0x04)}\nwitness ${name}-pq ${verifierKey(name, keyOf(seed).publicKey)}\n`;

  it('takes them of logs and of witnesses, and counts the two keys of one name as one witness who may be corrupt', () => {
    const names = ['a', 'b', 'c', 'd'];
    const groups = names.map((name) => `group ${name}-both all ${name} ${name}-pq\n`).join('');
    const text = `log ${verifierKey('log.example/1', keyOf(9).publicKey)}
${names.map((name, place) => both(name, place + 1)).join('')}${groups}group agencies 3 ${names.map((name) => `${name}-both`).join(' ')}
quorum agencies
`;
    const policy = parsePolicy(text);
    expect(policy.logs.map(({ kind }) => kind)).toEqual(['subtree']);
    expect(policy.witnesses).toHaveLength(8);
    expect(toleranceOf(policy)).toBe(1);
    const of = (kind: string) => policy.witnesses.filter((each) => each.kind === kind);
    expect(policy.isQuorum(of('cosignature'))).toBe(false);
    expect(policy.isQuorum([...of('cosignature'), ...of('subtree').slice(1)])).toBe(true);
  });

  it('is none when a log is its own witness, or one key stands twice under two names', () => {
    const key = (name: string) => verifierKey(name, keyOf(3).publicKey);
    expect(() => parsePolicy(`witness w ${key('x')}\nlog ${key('log.example/1')}\nquorum w\n`)).toThrow('own witness');
    expect(() => parsePolicy(`witness w ${key('x')}\nwitness v ${key('y')}\nquorum w\n`)).toThrow('stands twice');
  });
});
