import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exampleAgreement } from './agreement-example.js';
import { openTrustFolder, type TrustFolder } from './trust-folder.js';

const A = 'https://idp.a.example';
const B = 'https://idp.b.example';
const agreement = (issuer: string, changes: object = {}): string =>
  JSON.stringify({ ...exampleAgreement(), issuer, ...changes });

describe('a trust folder', () => {
  let folder: string;
  let now: number;
  let lines: string[];
  let trust: TrustFolder | null;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trust-'));
    [now, lines, trust] = [0, [], null];
    put('a.json', agreement(A));
    put('b.json', agreement(B));
  });
  afterEach(async () => {
    await trust?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const open = (): TrustFolder => {
    // Read only when told to, so that each step of a test is one reading.
    trust = openTrustFolder(folder, {
      clock: () => now,
      log: ({ message }) => lines.push(String(message)),
      everyMs: 1_000_000,
    });
    return trust;
  };
  const believed = (store: TrustFolder): string[] => [A, B].filter((issuer) => store.byIssuer(issuer) !== null);

  it('believes the issuers of its agreements and no other, and reads no file of another kind', () => {
    put('readme.txt', 'not an agreement');
    const store = open();
    expect(believed(store)).toEqual([A, B]);
    expect(store.byIssuer('https://idp.c.example')).toBeNull();
    expect(store.isRevoked('01K5V3')).toBe(false);
    expect(lines).toEqual([]);
  });

  it.each([
    ['an agreement that is none', 'c.json', '{"v":1}', /c\.json`: trust agreement: `id`/],
    ['two agreements of one issuer', 'c.json', agreement(A), /two trust agreements/],
    ['revocations that are misspelt', 'revoked.json', '{"v":1,"token":[]}', /revoked\.json`: revocations/],
  ])('does not start with %s', (_, name, text, message) => {
    put(name, text);
    expect(open).toThrow(message);
  });

  it('takes over what is added, changed and taken away', async () => {
    rmSync(join(folder, 'b.json'));
    const store = open();
    expect(believed(store)).toEqual([A]);

    put('b.json', agreement(B));
    await store.reload();
    expect(believed(store)).toEqual([A, B]);

    put('a.json', agreement(A, { ceiling: { USA: 1 } }));
    await store.reload();
    expect(store.byIssuer(A)?.ceiling.get('USA')).toBe(1);

    rmSync(join(folder, 'a.json'));
    await store.reload();
    expect(believed(store)).toEqual([B]);
    expect(lines).toEqual([
      `\`b.json\` holds TA-USA-DS with ${B}`,
      `\`a.json\` holds TA-USA-DS with ${A}`,
      '`a.json` was taken away',
    ]);
  });

  it('lets a file that breaks cost its own issuer, and says so once', async () => {
    const store = open();
    put('a.json', '{"v":1,');
    await store.reload();
    await store.reload();
    expect(believed(store)).toEqual([B]);
    expect(lines).toEqual([expect.stringContaining('nobody is believed by `a.json`')]);

    put('a.json', agreement(A));
    await store.reload();
    expect(believed(store)).toEqual([A, B]);
  });

  it('refuses a file that says something twice, of which its reviewer may have read the other', async () => {
    const store = open();
    const twice = agreement(A, { ceiling: { USA: 4 } }).replace('"ceiling"', '"ceiling":{"USA":1},"ceiling"');
    expect(JSON.parse(twice)).toMatchObject({ ceiling: { USA: 4 } });
    put('a.json', twice);
    await store.reload();
    expect(believed(store)).toEqual([B]);
    expect(lines).toEqual([expect.stringContaining('a name stands twice in one object')]);
  });

  it('reads a file that an editor began with a byte order mark', async () => {
    const store = open();
    put('a.json', `\ufeff${agreement(A)}`);
    await store.reload();
    expect(believed(store)).toEqual([A, B]);
  });

  it('believes nobody of whom two files speak, were one of them broken', async () => {
    const store = open();
    put('c.json', agreement(A, { ceiling: { USA: 4 } }));
    await store.reload();
    expect(believed(store)).toEqual([B]);
    put('c.json', agreement(A, { ceiling: { USA: 9 } }));
    await store.reload();
    expect(believed(store)).toEqual([B]);
    rmSync(join(folder, 'c.json'));
    await store.reload();
    expect(believed(store)).toEqual([A, B]);
  });

  it('switches off issuers and tokens, and on again', async () => {
    const store = open();
    put('revoked.json', JSON.stringify({ v: 1, issuers: [A], tokens: ['01K5V3'] }));
    await store.reload();
    expect(believed(store)).toEqual([B]);
    expect([store.isRevoked('01K5V3'), store.isRevoked('01K5V4')]).toEqual([true, false]);

    // What cannot be read switches nobody on.
    put('revoked.json', '{"v":1,"issuers":[');
    await store.reload();
    expect(believed(store)).toEqual([B]);
    expect(store.isRevoked('01K5V3')).toBe(true);

    rmSync(join(folder, 'revoked.json'));
    await store.reload();
    expect(believed(store)).toEqual([A, B]);
    expect(store.isRevoked('01K5V3')).toBe(false);
  });

  it('believes nobody once it could not be read for five seconds, and all again when it can', async () => {
    const store = open();
    renameSync(folder, `${folder}-gone`);
    await store.reload();
    now += 5_000;
    expect(believed(store)).toEqual([A, B]);
    now += 1;
    await store.reload();
    expect(believed(store)).toEqual([]);
    renameSync(`${folder}-gone`, folder);
    await store.reload();
    expect(believed(store)).toEqual([A, B]);
  });

  it('follows by itself, within the second that is promised', async () => {
    const changed = new Promise<string>((resolve) => {
      trust = openTrustFolder(folder, { clock: () => now, log: ({ message }) => resolve(String(message)) });
    });
    const begun = performance.now();
    put('revoked.json', JSON.stringify({ v: 1, issuers: [A], tokens: [] }));
    expect(await changed).toBe('issuers switched off: 1, tokens: 0');
    expect(trust?.byIssuer(A)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
