import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyInclusion } from '../proofs.js';
import { newSigner, redeemAnswers } from '../testkit/redeemed-answer.js';
import { leafHash } from '../tree.js';
import type { AnswerText } from './commit-answer.js';
import { readKeptAnswer } from './kept-answer.js';
import { openStatement } from './said-statement.js';
import { openValueProof, proveValue } from './value-proof.js';
import { makeValueTree } from './value-tree.js';

const CITATION = { rule: 'VCCR-31-2D', instrument: 'VCCR 1963', article: '31(2)' };
const told = (banner: string) =>
  JSON.stringify({
    banner: { text: banner, exercise: true },
    withheld: [],
    obligations: [],
    basis: [
      {
        ...{ coordinate: 'Premises.floorPlan', citations: [CITATION], acts: [], mark: 'SECRET//NOFORN' },
        ...{ count: 1, paths: [['post', 'premises', 'floorPlan']], pathsTruncated: false },
      },
      {
        ...{ coordinate: 'Mission.city', citations: [], acts: ['act_1@1'], mark: 'UNCLASSIFIED' },
        ...{
          count: 3,
          paths: [
            ['all', 0, 'city'],
            ['all', '*', 'city'],
          ],
          pathsTruncated: true,
        },
      },
    ],
  });
const answerOf = (plan: string): AnswerText => ({
  answered: JSON.stringify({
    data: {
      post: {
        name: 'Embassy',
        premises: { floorPlan: plan, floors: 4, isGuarded: true, phones: ['1', '2'], none: null },
      },
      all: [{ city: 'Bonn' }, { city: 'Ulm' }, { city: 'Kiel' }],
    },
  }),
  told: told('EXERCISE//SECRET//NOFORN'),
});
const signer = newSigner();
const known = [signer.verifier];
const answers = ['two floors', 'three floors', 'no floor'].map(answerOf);
const redeemed = redeemAnswers(answers, signer);
const [ANSWER = answerOf(''), OTHER = answerOf('')] = answers;
const [REDEEMED, OTHERS] = redeemed;
if (REDEEMED === undefined || OTHERS === undefined) throw new Error('nothing was redeemed');
const PLAN = ['post', 'premises', 'floorPlan'];
const proof = proveValue(ANSWER, REDEEMED, PLAN);

describe('a proof of one value', () => {
  it('gives the value with its label, its citation and its time, and nothing else of the answer', () => {
    expect(openValueProof(proof, known)).toMatchObject({
      path: PLAN,
      value: 'two floors',
      bases: [{ coordinate: 'Premises.floorPlan', mark: 'SECRET//NOFORN', citations: [CITATION], acts: [] }],
      banner: 'EXERCISE//SECRET//NOFORN',
      origin: 'chancery.test/ledger/1',
      index: 0,
      time: 1_790_000_000_000,
    });
    for (const secret of ['Embassy', 'Bonn', 'phones', 'Mission.city', 'Fire', 'DEU', REDEEMED.secret]) {
      expect(proof).not.toContain(secret);
    }
  });

  it('is made of every value that is not null, by pattern where places were told so, and of none that is not there', () => {
    const paths = makeValueTree(ANSWER, Buffer.alloc(32)).leaves.map(({ path }) => path);
    expect(paths).toHaveLength(9);
    for (const path of paths) expect(openValueProof(proveValue(ANSWER, REDEEMED, path), known).path).toEqual(path);
    const kiel = openValueProof(proveValue(ANSWER, REDEEMED, ['all', 2, 'city']), known);
    expect([kiel.value, kiel.bases[0]?.coordinate, kiel.bases[0]?.acts]).toEqual(['Kiel', 'Mission.city', ['act_1@1']]);
    for (const path of [['post', 'premises', 'none'], ['post'], ['nowhere']]) {
      expect(() => proveValue(ANSWER, REDEEMED, path)).toThrow('no value stands');
    }
  });

  it('is accepted for no altered value, path, coordinate, mark or citation: 100,000 of them', () => {
    const said = openStatement(REDEEMED.statement, known);
    const tree = makeValueTree(ANSWER, Buffer.from(REDEEMED.secret, 'base64url'));
    const leaf = tree.leaves.find(({ path }) => path.join() === PLAN.join());
    if (leaf === undefined) throw new Error('no leaf');
    const path = tree.pathOf(leaf.index);
    const isProved = (text: string, index: number) =>
      verifyInclusion(path, { index, size: said.values, leaf: leafHash(text), root: said.root });
    expect(isProved(leaf.text, leaf.index)).toBe(true);
    const fields = JSON.parse(leaf.text);
    const altered = fc.oneof(
      fc.string().map((value) => ({ ...fields, value })),
      fc.array(fc.oneof(fc.string(), fc.nat()), { minLength: 1, maxLength: 4 }).map((to) => ({ ...fields, path: to })),
      fc.string().map((coordinate) => ({ ...fields, bases: [{ ...fields.bases[0], coordinate }] })),
      fc.string().map((mark) => ({ ...fields, bases: [{ ...fields.bases[0], mark }] })),
      fc.string().map((rule) => ({ ...fields, bases: [{ ...fields.bases[0], citations: [{ ...CITATION, rule }] }] })),
      fc.string().map((banner) => ({ ...fields, banner })),
      fc.string().map((salt) => ({ ...fields, salt })),
    );
    const accepted = fc
      .sample(altered, { numRuns: 100_000, seed: 75 })
      .map((each) => JSON.stringify(each))
      .filter((text) => text !== leaf.text && isProved(text, leaf.index));
    expect(accepted).toEqual([]);
    for (let index = 0; index < 9; index += 1) expect(isProved(leaf.text, index)).toBe(index === leaf.index);
  });

  it('says what it said or is refused when one byte of the file is another, wherever', () => {
    const bytes = Buffer.from(proof);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const copy = Buffer.from(bytes);
        copy[at] = (copy[at] ?? 0) ^ change;
        let opened: unknown = null;
        try {
          opened = openValueProof(copy.toString(), known);
        } catch {
          return;
        }
        // White space between the members of the file says nothing; all else is signed or hashed.
        expect(opened).toEqual(openValueProof(proof, known));
      }),
      { numRuns: 1_000, seed: 75 },
    );
  });

  it('is refused of another entry, of another answer, cut short, and by keys that are not the log’s', () => {
    const parts = JSON.parse(proof);
    const others = JSON.parse(proveValue(OTHER, OTHERS, PLAN));
    const refused = [
      { ...parts, statement: others.statement },
      { ...parts, proof: others.proof },
      { ...parts, statement: others.statement, proof: others.proof },
      { ...parts, leaf: others.leaf },
      { ...parts, path: parts.path.slice(1) },
      { ...parts, path: [...parts.path, parts.path[0]] },
      { ...parts, index: parts.index + 1 },
      { ...parts, extra: '' },
    ];
    for (const each of refused) expect(() => openValueProof(JSON.stringify(each), known)).toThrow();
    for (const end of [1, 100, proof.length - 2]) expect(() => openValueProof(proof.slice(0, end), known)).toThrow();
    expect(() => openValueProof(proof, [newSigner().verifier])).toThrow('no known key');
    expect(() => openValueProof(proof, [newSigner('another.log').verifier])).toThrow('no known key');
  });
});

describe('an answer that was kept', () => {
  const body = `{"data":{"a":"é","__proto__":1},"extensions":{"audit":{"receipt":"${'r'.repeat(21)}A","resume":"x"},"banner":{"text":""}}}`;

  it('gives the text that its entry commits to, however it was printed since', () => {
    const text = { answered: '{"data":{"a":"é","__proto__":1}}', told: '{"banner":{"text":""}}' };
    for (const kept of [body, JSON.stringify(JSON.parse(body), null, 2)]) {
      expect(readKeptAnswer(kept)).toEqual({ receipt: `${'r'.repeat(21)}A`, text });
    }
  });

  it.each(['', '{}', '[]', 'null', '{"data":{}}', body.replace('receipt', 'deceit'), body.replace('data', 'date')])(
    'is not %j',
    (kept) => {
      expect(() => readKeptAnswer(kept)).toThrow();
    },
  );
});
