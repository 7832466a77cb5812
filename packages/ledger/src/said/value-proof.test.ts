import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyInclusion } from '../proofs.js';
import { newSigner, redeemAnswers } from '../testkit/redeemed-answer.js';
import { leafHash } from '../tree.js';
import { type AnswerText, answerDigest } from './commit-answer.js';
import { pageOfExport, readKeptAnswer } from './kept-answer.js';
import { openStatement } from './said-statement.js';
import { openValueProof, proveValue } from './value-proof.js';
import { makeValueTree } from './value-tree.js';

const CITATION = { rule: 'VCCR-31-2D', instrument: 'VCCR 1963', article: '31(2)' };
const told = (banner: string) =>
  JSON.stringify({
    banner: { text: banner, exercise: true },
    withheld: [
      {
        ...{ coordinate: 'Premises.none', code: 'NEED_TO_KNOW', citations: [CITATION], liftedBy: [], closest: [] },
        ...{ count: 1, paths: [['post', 'premises', 'none']], pathsTruncated: false },
      },
      {
        ...{ coordinate: 'Mission.phone', code: 'INVIOLABILITY', citations: [], liftedBy: [], closest: [] },
        ...{
          count: 2,
          paths: [
            ['all', 0, 'phone'],
            ['all', '*', 'phone'],
          ],
          pathsTruncated: true,
        },
      },
    ],
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
      all: [
        { city: 'Bonn', phone: null },
        { city: 'Ulm', phone: null },
        { city: 'Kiel', phone: '3' },
      ],
      late: null,
      absent: null,
    },
    errors: [{ message: 'no', path: ['late', 'name'], extensions: { code: 'SUBGRAPH_UNREACHABLE' } }],
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
    // Of what is random in the file, three letters are anything.
    const { salt: _, ...leaf } = JSON.parse(JSON.parse(proof).leaf);
    for (const secret of ['Embassy', 'Bonn', 'phones', 'Mission.city', 'Fire', 'DEU']) {
      expect(JSON.stringify(leaf)).not.toContain(secret);
    }
    for (const secret of ['Embassy', 'Mission.city', REDEEMED.secret]) expect(proof).not.toContain(secret);
  });

  it('is made of every value, by pattern where places were told so, and of none that is not there', () => {
    const paths = makeValueTree(ANSWER, Buffer.alloc(32)).leaves.map(({ path }) => path);
    expect(paths).toHaveLength(15);
    for (const path of paths) expect(openValueProof(proveValue(ANSWER, REDEEMED, path), known).path).toEqual(path);
    const kiel = openValueProof(proveValue(ANSWER, REDEEMED, ['all', 2, 'city']), known);
    expect([kiel.value, kiel.bases[0]?.coordinate, kiel.bases[0]?.acts]).toEqual(['Kiel', 'Mission.city', ['act_1@1']]);
    for (const path of [['post'], ['nowhere'], []]) {
      expect(() => proveValue(ANSWER, REDEEMED, path)).toThrow('no value stands');
    }
  });

  it('is made of a null, with the reason why it was withheld, and of what failed there', () => {
    const of = (path: readonly (string | number)[]) => openValueProof(proveValue(ANSWER, REDEEMED, path), known);
    expect(of(['post', 'premises', 'none'])).toMatchObject({
      value: null,
      bases: [],
      withheld: [{ coordinate: 'Premises.none', code: 'NEED_TO_KNOW', citations: [CITATION], by: 'PLACE' }],
      failed: [],
      index: 0,
    });
    expect(of(['all', 0, 'phone']).withheld).toMatchObject([{ coordinate: 'Mission.phone', by: 'PLACE' }]);
    expect(of(['all', 1, 'phone']).withheld).toMatchObject([{ coordinate: 'Mission.phone', by: 'PATTERN' }]);
    expect(of(['all', 2, 'phone'])).toMatchObject({ value: '3', withheld: [] });
    expect(of(['late'])).toMatchObject({ value: null, withheld: [], failed: ['SUBGRAPH_UNREACHABLE'] });
    // Of a null that nothing was told of, a hidden one among them, that it was said is all that is proved.
    expect(of(['absent'])).toMatchObject({ value: null, withheld: [], failed: [] });
  });

  it('is accepted for no altered null: of another code, rule or place, of one that was not withheld, or as a value', () => {
    const path = ['post', 'premises', 'none'];
    const [one, other] = [path, ['absent']].map((each) => JSON.parse(proveValue(ANSWER, REDEEMED, each)));
    const fields = JSON.parse(one.leaf);
    const [item] = fields.withheld;
    const altered = fc.oneof(
      fc.oneof(fc.string(), fc.nat(), fc.boolean()).map((value) => ({ ...fields, value })),
      fc.string().map((code) => ({ ...fields, withheld: [{ ...item, code }] })),
      fc.string().map((coordinate) => ({ ...fields, withheld: [{ ...item, coordinate }] })),
      fc.string().map((rule) => ({ ...fields, withheld: [{ ...item, citations: [{ ...CITATION, rule }] }] })),
      fc.array(fc.string(), { minLength: 1, maxLength: 3 }).map((to) => ({ ...fields, path: to })),
      fc.constantFrom({ ...fields, withheld: [] }, { ...fields, withheld: [{ ...item, by: 'PATTERN' }] }),
    );
    for (const leaf of fc.sample(altered, { numRuns: 3_000, seed: 75 }).map((each) => JSON.stringify(each))) {
      if (leaf !== one.leaf) expect(() => openValueProof(JSON.stringify({ ...one, leaf }), known)).toThrow();
    }
    // A null of which nothing was told passes for a withheld one as little as the other way round.
    expect(() => openValueProof(JSON.stringify({ ...other, leaf: one.leaf }), known)).toThrow();
    expect(() => openValueProof(JSON.stringify({ ...one, leaf: other.leaf }), known)).toThrow();
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
    for (let index = 0; index < 15; index += 1) expect(isProved(leaf.text, index)).toBe(index === leaf.index);
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

describe('a page of an export that was kept', () => {
  const receipt = `${'r'.repeat(21)}A`;
  const place = (index: number | string, field: string) => ['missions', 'edges', index, 'node', field];
  const beside = {
    withheld: [
      {
        ...{ coordinate: 'Mission.phone', code: 'PRIVACY', citations: [CITATION], liftedBy: [], closest: [] },
        ...{ count: 1, paths: [place(1, 'phone')], pathsTruncated: false },
      },
    ],
    obligations: [],
    basis: [
      {
        ...{ coordinate: 'Mission.city', citations: [CITATION], acts: [], mark: 'UNCLASSIFIED' },
        ...{ count: 2, paths: [place(0, 'city'), place(1, 'city')], pathsTruncated: false },
      },
    ],
  };
  const ROWS = ['{"row":{"city":"Bonn","phone":"1"}}', '{"row":{"city":"Ulm","phone":null}}'];
  const text: AnswerText = { answered: ROWS.map((row) => `${row}\n`).join(''), told: JSON.stringify(beside) };
  const EXPORT = [
    '{"export":{"version":1,"operation":null,"field":"Query.missions","banner":{"text":"X"}}}',
    `{"page":{"number":1,"rows":1,"audit":{"receipt":"${'q'.repeat(21)}A"},"banner":{"text":"X"},"withheld":[],"obligations":[]}}`,
    '{"row":{"city":"Kiel","phone":"3"}}',
    JSON.stringify({ page: { number: 2, rows: 2, audit: { receipt }, banner: { text: 'Y' }, ...beside } }),
    ...ROWS,
    '{"end":{"complete":true,"rows":3,"pages":2}}',
    '',
  ].join('\n');
  const [PAGE] = redeemAnswers([text], signer);
  if (PAGE === undefined) throw new Error('nothing was redeemed');
  const of = (path: readonly (string | number)[]) => openValueProof(proveValue(text, PAGE, path), known);

  it('gives the text that its entry commits to, found in the file of the export by its number', () => {
    const page = pageOfExport(EXPORT, 2) ?? '';
    expect(readKeptAnswer(page)).toEqual({ receipt, text });
    expect(readKeptAnswer(`${page}\n`)).toEqual({ receipt, text });
    expect(readKeptAnswer(pageOfExport(EXPORT, 1) ?? '').text.answered).toBe('{"row":{"city":"Kiel","phone":"3"}}\n');
    for (const number of [0, 3, Number.NaN]) expect(pageOfExport(EXPORT, number)).toBeNull();
    for (const other of [page.replace('"row"', '"rows"'), page.replace('receipt', 'deceit'), `${page}\n{}`]) {
      expect(() => readKeptAnswer(other)).toThrow();
    }
  });

  it('proves a value of one of its lines, and a null that was withheld in one', () => {
    expect(of(['row', 0, 'city'])).toMatchObject({
      ...{ value: 'Bonn', bases: [{ coordinate: 'Mission.city', mark: 'UNCLASSIFIED' }], banner: '' },
    });
    expect(of(['row', 1, 'phone'])).toMatchObject({ value: null, withheld: [{ code: 'PRIVACY', by: 'PLACE' }] });
    expect(proveValue(text, PAGE, ['row', 0, 'city'])).not.toContain('Ulm');
    for (const path of [['row', 2, 'city'], ['row'], ['missions', 'edges', 0, 'node', 'city']]) {
      expect(() => proveValue(text, PAGE, path)).toThrow('no value stands');
    }
  });

  it('proves no altered line, no line of another page, and no line in another place', () => {
    const proof = JSON.parse(proveValue(text, PAGE, ['row', 0, 'city']));
    const fields = JSON.parse(proof.leaf);
    const altered = fc.oneof(
      fc.string().map((value) => ({ ...fields, value })),
      fc.nat().map((row) => ({ ...fields, path: ['row', row, 'city'] })),
      fc.string().map((key) => ({ ...fields, path: ['row', 0, key] })),
      fc.string().map((mark) => ({ ...fields, bases: [{ ...fields.bases[0], mark }] })),
    );
    for (const leaf of fc.sample(altered, { numRuns: 3_000, seed: 67 }).map((each) => JSON.stringify(each))) {
      if (leaf !== proof.leaf) expect(() => openValueProof(JSON.stringify({ ...proof, leaf }), known)).toThrow();
    }
    // Shown rows that the entry does not commit to are redeemed for nothing, as the notary holds them against it.
    expect(answerDigest({ ...text, answered: `${ROWS[1]}\n${ROWS[0]}\n` })).not.toBe(answerDigest(text));
    expect(makeValueTree({ answered: '', told: '{}' }, Buffer.alloc(32)).leaves).toEqual([]);
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
