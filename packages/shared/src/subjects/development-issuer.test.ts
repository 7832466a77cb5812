import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { chooseProfile } from './choose-profile.js';
import { openDevelopmentIssuer } from './development-issuer.js';
import { PERSONAS } from './personas.js';
import { createTrustStore } from './trust-store.js';
import { verifyToken } from './verify-token.js';

const NOW = 1_790_000_000_000;
const root = mkdtempSync(join(tmpdir(), 'issuer-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folder = join(root, 'data');
const issuer = openDevelopmentIssuer(folder);
const trust = createTrustStore(issuer.agreements);

describe('the development issuer', () => {
  it.each(PERSONAS.map(({ id }) => id))('mints a token that is accepted unclipped for %s', (id) => {
    const persona = PERSONAS.find((candidate) => candidate.id === id);
    const token = verifyToken(`Bearer ${issuer.mint(id, { now: NOW })}`, trust, NOW);

    expect(token.clipped).toEqual([]);
    expect(token.subject).toMatchObject({
      agency: persona?.agency,
      kind: persona?.kind,
      represents: persona?.represents,
    });
    expect(new Set(token.purposes)).toEqual(new Set(persona?.purposes));
    expect(token.subject.clearances.map(({ policy, rank }) => [policy, rank]).sort()).toEqual(
      persona?.clearances.map(({ policy, rank }) => [policy, rank]).sort(),
    );
  });

  it('mints a token of one purpose when asked, which then needs no header', () => {
    const token = verifyToken(`Bearer ${issuer.mint('deu.police', { purpose: 'STATUS_CHECK', now: NOW })}`, trust, NOW);
    expect(token.purposes).toEqual(['STATUS_CHECK']);
    expect(chooseProfile(token, {}).purpose).toBe('STATUS_CHECK');
  });

  it('mints for another person of the same agency when asked, and for the same one each time', () => {
    const subjectOf = (person?: string) =>
      verifyToken(`Bearer ${issuer.mint('usa.inspectorate', { person, now: NOW })}`, trust, NOW).subject;
    const [first, second] = [subjectOf(), subjectOf('second')];
    expect(second).toEqual({ ...first, id: expect.not.stringMatching(first.id) });
    expect(subjectOf('second').id).toBe(second.id);
    expect(subjectOf().id).toBe(first.id);
  });

  it('mints neither for an unknown persona nor for a purpose that the persona has not', () => {
    expect(() => issuer.mint('rus.police', { now: NOW })).toThrow(/unknown persona `rus\.police`; there are usa\.dip/);
    expect(() => issuer.mint('deu.police', { purpose: 'OVERSIGHT', now: NOW })).toThrow(/no purpose `OVERSIGHT`/);
  });

  it('ends tokens after the time asked for', () => {
    const header = `Bearer ${issuer.mint('ury.observer', { now: NOW, expiresInSeconds: 1 })}`;
    expect(() => verifyToken(header, trust, NOW + 30_999)).not.toThrow();
    expect(() => verifyToken(header, trust, NOW + 31_000)).toThrow('expired');
  });

  it('keeps its key between starts, readable by its owner alone, and leaves nothing else behind', () => {
    const again = openDevelopmentIssuer(folder);
    expect(() => verifyToken(`Bearer ${again.mint('ury.observer', { now: NOW })}`, trust, NOW)).not.toThrow();
    expect(statSync(join(folder, 'dev-issuer.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['dev-issuer.json']);
  });

  it('has another key in another folder', () => {
    const other = openDevelopmentIssuer(join(root, 'other'));
    expect(() => verifyToken(`Bearer ${other.mint('ury.observer', { now: NOW })}`, trust, NOW)).toThrow('signature');
  });

  it('stops at a key file that it cannot read, and does not replace it', () => {
    const broken = mkdtempSync(join(root, 'broken-'));
    writeFileSync(join(broken, 'dev-issuer.json'), '{"kty":"EC"');
    expect(() => openDevelopmentIssuer(broken)).toThrow('does not hold the key');
    expect(statSync(join(broken, 'dev-issuer.json')).size).toBe(11);
  });
});

describe('the token command', () => {
  const program = join(import.meta.dirname, '../../dist/subjects/token-cli.js');
  const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });

  it('prints the token alone, and the header of the case beside it', () => {
    const { status, stdout, stderr } = run('--data', folder, '--as', 'deu.police', '--case', 'inc_x');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(stderr).toBe('add the header Chancery-Case: inc_x\n');
    expect(() => verifyToken(`Bearer ${stdout.trim()}`, trust, Date.now())).not.toThrow();
  });

  it('names the personas there are when asked for another, and prints no token', () => {
    const { status, stdout, stderr } = run('--data', folder, '--as', 'nobody');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('che.protecting-power');
  });
});
