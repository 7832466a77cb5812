import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { countOf, helped, readCommand, UsageError, wordsOf } from '../../packages/shared/dist/command-help.js';
import { failuresIn, tellFailure } from '../jest/found.mjs';
import { CHECKOUT, fromUser, toolPath } from '../run/checkout.mjs';

const USAGE = `usage: npm run hunt [-- --minutes M] [--times N] [FILE...]
       npm run hunt -- --seed S [--path P] [--title T] FILE

Runs the tests that draw values by chance (fast-check) from seeds that nobody has tried, each property N times as often as \`npm test\` does
(5 unless told; after a minute it tries no further case), one seed after another until M minutes have passed (10 unless told), and prints each failure with the
command that shows it again. FILE: these alone. With --seed, once from that seed; with --path and --title, the one case that was found.
`;

const FOLDERS = ['packages', 'services', 'gateway', 'notary', 'witness', 'test'];
const SEEDS = 2 ** 31;

const OPTIONS = {
  minutes: { type: 'string', default: '10' },
  times: { type: 'string', default: '5' },
  seed: { type: 'string' },
  path: { type: 'string' },
  title: { type: 'string' },
};
const args = process.argv.slice(2);
const words = helped(args, USAGE) ? undefined : readCommand(USAGE, () => readWords(args));
if (words !== undefined) process.exitCode = words === null ? 3 : hunt(words);

function readWords(given) {
  const { values, positionals } = wordsOf(given, OPTIONS, Number.POSITIVE_INFINITY);
  const [minutes, times] = [Number(values.minutes), countOf('--times', values.times)];
  if (!(minutes >= 0)) throw new UsageError(`--minutes: \`${values.minutes}\` is no number of minutes`);
  if (values.seed !== undefined && !/^\d{1,10}$/.test(values.seed))
    throw new UsageError(`--seed: \`${values.seed}\` is no number`);
  const absent = positionals.find((file) => !existsSync(fromUser(file)));
  if (absent !== undefined) throw new UsageError(`FILE: \`${absent}\` is not there`);
  return { ...values, minutes, times, positionals };
}

/** Returns 0 where nothing was found. */
function hunt(values) {
  const { positionals } = values;
  const files = positionals.length > 0 ? positionals.map((file) => relative(CHECKOUT, fromUser(file))) : drawingFiles();
  const told = new Set();
  const until = performance.now() + values.minutes * 60_000;
  do {
    const seed = values.seed === undefined ? randomInt(SEEDS) : Number(values.seed);
    for (const failure of failuresOf(files, seed, values)) {
      // What fails from one seed may from many, and is told once.
      if (told.has(failure.title)) continue;
      told.add(failure.title);
      process.stdout.write(tellFailure(failure, { seed, times: values.times }));
    }
    process.stdout.write(`seed ${seed}: ${files.length} files, ${told.size} found so far\n`);
  } while (values.seed === undefined && performance.now() < until);
  return told.size === 0 ? 0 : 1;
}

/** The files of tests that name fast-check. */
function drawingFiles() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(CHECKOUT, folder), { recursive: true }).map((path) => join(folder, path)),
  )
    .filter((path) => /^(?!.*node_modules).*\/src\/.*\.test\.ts$/.test(path))
    .filter((path) => readFileSync(join(CHECKOUT, path), 'utf8').includes("from 'fast-check'"));
}

/** Runs files of tests from a seed, and returns what failed. */
function failuresOf(files, seed, { path, title, times }) {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-hunt-'));
  const report = join(folder, 'report.json');
  const only = title === undefined ? [] : ['--testNamePattern', title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')];
  const args = [toolPath('jest/bin/jest.js'), ...files, ...only, '--json', `--outputFile=${report}`];
  const env = { ...process.env, CHANCERY_HUNT: JSON.stringify({ seed, path, times }) };
  try {
    const { stderr } = spawnSync(process.execPath, args, { cwd: CHECKOUT, env, encoding: 'utf8', maxBuffer: 2 ** 30 });
    const failures = failuresIn(readReport(report, stderr));
    return failures.map((each) => ({ ...each, file: relative(CHECKOUT, each.file) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readReport(report, otherwise) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    throw new Error(`jest did not run: ${otherwise}`);
  }
}
