import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { checkBundle } from './check-bundle.js';

const USAGE = `usage: node verify.mjs [--keys FILE]
Verifies the bundle in the folder of this file, without a network and with nothing but Node. Exit: 0 whole, 1 altered, 2 something is missing, 3 usage.
`;

/** Runs the verification of the folder that a file lies in; gives the exit code. */
export function verifyFolderOf(moduleUrl: string): number {
  const [option, file, ...rest] = argv.slice(2);
  if (option === '--help') return say(USAGE, 0);
  if (rest.length > 0 || (option !== undefined && (option !== '--keys' || file === undefined)))
    return complain(USAGE, 3);
  const folder = dirname(fileURLToPath(moduleUrl));
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
  const files = new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
  const { flaws, lines } = checkBundle(files, file === undefined ? null : readFileSync(file, 'utf8'));
  for (const { severity, what } of flaws) complain(`${severity}: ${what}\n`, 0);
  if (flaws.some(({ severity }) => severity === 'altered')) return complain('the bundle was altered\n', 1);
  if (flaws.length > 0) return complain('the bundle is not complete\n', 2);
  return say(`${lines.join('\n')}\nthe bundle is whole\n`, 0);
}

function say(text: string, code: number): number {
  stdout.write(text);
  return code;
}

function complain(text: string, code: number): number {
  stderr.write(text);
  return code;
}
