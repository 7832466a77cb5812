import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER } from './running-missions.js';

/** A data folder with some posts of the register alone, all of them exercised. */
export interface SmallRegister extends Disposable {
  readonly folder: string;
}

export function smallRegister(keys: readonly string[]): SmallRegister {
  const folder = mkdtempSync(join(tmpdir(), 'missions-'));
  const [head = '', ...lines] = readFileSync(join(DATA_FOLDER, 'missions.csv'), 'utf8').trimEnd().split('\n');
  const wanted = lines.filter((line) => keys.some((key) => line.startsWith(`${key},`)));
  writeFileSync(join(folder, 'missions.csv'), `${[head, ...wanted].join('\n')}\n`);
  writeFileSync(join(folder, 'synthetic-posts.json'), JSON.stringify(keys));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
