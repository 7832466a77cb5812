import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type NoteSigner, printVerifierKey, signerOf } from './note-key.js';
import { parsePolicy, requireQuorum, toleranceOf } from './policy.js';

const newSigner = (name: string, kind: 'note' | 'cosignature' = 'cosignature'): NoteSigner =>
  signerOf(name, kind, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
const log = newSigner('log.example/1', 'note');
const [x1, x2, x3, y1, y2, y3] = ['x1', 'x2', 'x3', 'y1', 'y2', 'y3'].map((name) => newSigner(name).verifier);
const witnesses = [x1, x2, x3, y1, y2, y3].flatMap((each) => each ?? []);
const keyOf = (name: string): string => {
  const verifier = witnesses.find((each) => each.name === name);
  return verifier === undefined ? '' : printVerifierKey(verifier);
};
const of = (...names: readonly string[]) => witnesses.filter(({ name }) => names.includes(name));
const lines = (...names: readonly string[]) => names.map((name) => `witness ${name} ${keyOf(name)}\n`).join('');
const ofFour = (least: number) => `${lines('x1', 'x2', 'x3', 'y1')}group g ${least} x1 x2 x3 y1\nquorum g\n`;

/** The example of the specification C2SP tlog-policy. */
const EXAMPLE = `# an example
log ${printVerifierKey(log.verifier)}

${lines('x1', 'x2')}\twitness  x3 \t${keyOf('x3')} https://x3.example/
group X-witnesses 2 x1 x2 x3

${lines('y1', 'y2', 'y3')}group Y-witnesses any y1 y2 y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

describe('a policy of whose word is enough', () => {
  it('is that of the specification: two of the one organisation, and any of the other', () => {
    const policy = parsePolicy(EXAMPLE);
    expect(policy.logs.map(({ name }) => name)).toEqual(['log.example/1']);
    expect(policy.witnesses).toHaveLength(6);
    expect(policy.isQuorum(of('x1', 'x3', 'y2'))).toBe(true);
    expect(policy.isQuorum(of('x1', 'x2', 'x3'))).toBe(false);
    expect(policy.isQuorum(of('x1', 'y1', 'y2', 'y3'))).toBe(false);
    expect(() => requireQuorum([{ verifier: of('x1')[0] ?? log.verifier, time: 1 }], policy)).toThrow('only x1');
    expect(() => requireQuorum([], null)).not.toThrow();
  });

  it('may ask for nobody, and then nobody has to be', () => {
    expect(parsePolicy('quorum none\n').isQuorum([])).toBe(true);
    expect(parsePolicy(`${lines('x1')}quorum x1`).isQuorum([])).toBe(false);
  });

  it.each([
    ['', 'without a quorum'],
    ['quorum x1\n', 'not defined'],
    ['quorum none\nquorum none\n', 'a second quorum'],
    [`${lines('x1')}${lines('x1').replace('x1 ', 'x9 ')}quorum none\n`, 'stands twice'],
    [`${lines('x1')}witness x1 ${keyOf('x2')}\nquorum none\n`, 'no new name'],
    [`witness none ${keyOf('x2')}\nquorum none\n`, 'no new name'],
    [`${lines('x1')}group g 2 x1\nquorum g\n`, 'no group'],
    [`${lines('x1')}group g 0 x1\nquorum g\n`, 'no group'],
    [`group g any\nquorum g\n`, 'no group'],
    [`${lines('x1', 'x2')}group g any x1 x1\nquorum g\n`, 'two groups'],
    [`${lines('x1', 'x2')}group g any x1\ngroup h any g x1\nquorum h\n`, 'two groups'],
    [`group g any x1\n${lines('x1')}quorum g\n`, 'not defined'],
    [`log ${keyOf('x1')}\nquorum none\n`, 'no key of a log'],
    [`witness w ${printVerifierKey(log.verifier)}\nquorum w\n`, 'no key of a witness'],
    [`trust everybody\nquorum none\n`, 'nothing that a policy says'],
    ['quorum none\r\n', 'control characters'],
  ])('is not: %j', (text, why) => {
    expect(() => parsePolicy(text)).toThrow(why);
  });

  it('holds against the operator together with so many of its witnesses, and no more', () => {
    expect([1, 2, 3, 4].map((least) => toleranceOf(parsePolicy(ofFour(least))))).toEqual([-1, -1, 1, 3]);
    expect(toleranceOf(parsePolicy(`${lines('x1', 'x2', 'x3')}group g 2 x1 x2 x3\nquorum g\n`))).toBe(0);
    expect(toleranceOf(parsePolicy('quorum none\n'))).toBe(-1);
  });
});
