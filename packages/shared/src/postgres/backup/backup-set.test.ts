import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { backupSetIn, refuseForeignSet } from './backup-set.js';

describe('a folder that backups are taken into', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'chancery-set-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const place = (...names: string[]): string => {
    const folder = join(root, ...names);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  /** A cluster by the number that PostgreSQL gave it. */
  function clusterIn(folder: string, system: bigint): string {
    const number = Buffer.alloc(8);
    number.writeBigUInt64LE(system);
    mkdirSync(join(folder, 'global'), { recursive: true });
    writeFileSync(join(folder, 'global', 'pg_control'), Buffer.concat([number, Buffer.alloc(8184)]));
    return folder;
  }
  function wholeBase(folder: string, system: bigint): void {
    clusterIn(join(folder, 'cluster'), system);
    const segment = '000000010000000000000010';
    const base = {
      v: 1,
      wholeAt: '2026-09-21T12:00:00Z',
      restorePoint: 'p',
      firstSegment: segment,
      lastSegment: segment,
    };
    writeFileSync(join(folder, 'backup.json'), JSON.stringify(base));
  }
  const refuse = () => () => refuseForeignSet(backupSetIn(place('to')), clusterIn(place('data'), 7n));

  it('may be empty, a disk of its own, or what a first backup that was broken off has left', () => {
    place('to');
    expect(refuse()).not.toThrow();
    for (const left of ['lost+found', 'wal', 'unfinished-base-20260921T120000Z']) place('to', left);
    for (const name of ['000000010000000000000010', '000000010000000000000010.00000028.backup', '00000002.history']) {
      writeFileSync(join(root, 'to', 'wal', name), '');
    }
    expect(refuse()).not.toThrow();
  });

  it('is refused where anything else lies, for backups are removed there and owners changed', () => {
    writeFileSync(join(place('to', 'wal'), 'letters.txt'), '');
    expect(refuse()).toThrow('holds `letters.txt`, which is of no backup');
    rmSync(join(root, 'to'), { recursive: true });
    place('to', 'home');
    expect(refuse()).toThrow('holds `home`, which is of no backup');
  });

  it('is the set of one database: that of another is refused, though it was copied to another name', () => {
    wholeBase(place('to', 'base-20260921T120000Z'), 7n);
    writeFileSync(join(root, 'to', 'README'), 'whose these are');
    expect(refuse()).not.toThrow();
    wholeBase(place('to', 'base-20260922T120000Z'), 8n);
    expect(refuse()).toThrow('holds backups of another database');
  });
});
