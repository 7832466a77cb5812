import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { makeFolder } from './make-folder.js';

const root = mkdtempSync(join(tmpdir(), 'chancery-folder-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('a folder', () => {
  it('is made with those above it, each closed to others, and stays as it is when it is there', () => {
    makeFolder(join(root, 'a', 'b'), 0o700);
    makeFolder(join(root, 'a', 'b'), 0o711);
    for (const name of ['a', 'a/b']) expect(statSync(join(root, name)).mode & 0o777).toBe(0o700);
  });

  it('that the system will not have is refused by name, and nobody waits for it for ever', () => {
    expect(() => makeFolder('/proc/no-such/folder')).toThrow('`/proc/no-such` cannot be made');
  });
});
