import { join } from 'node:path';
import { CHECKOUT, dataFolder, fromUser, toolPath } from './checkout.mjs';

/** What each npm script runs once packages are installed and built. */
export const COMMANDS = {
  start: (args) => [script('start/main.mjs', ['--demo', ...args], { holdsStdin: true })],
  serve: (args) => [script('start/main.mjs', args, { holdsStdin: true })],
  test: (args) => [jest(args)],
  check: (args) => [biome(), jest(args)],
  style: () => [biome()],
  format: (args) => [
    { args: [toolPath('@biomejs/biome/bin/biome'), 'check', '--write', ...(args.length > 0 ? args : ['.'])] },
  ],
  token: (args) => [built('packages/shared', 'subjects/token-cli.js', ['--data', dataFolder(), ...args])],
  backup: (args) => [script('commands/backup.mjs', args)],
  restore: (args) => [script('commands/restore.mjs', args)],
  migration: (args) => [
    script('commands/migration.mjs', args),
    { args: [toolPath('@biomejs/biome/bin/biome'), 'check', '--write', 'services'] },
  ],
  'ledger:verify': (args) => [script('commands/verify-ledger.mjs', args)],
  'ledger:export': (args) => [script('commands/ledger-export.mjs', args)],
  'ledger:erase': (args) => [script('commands/ledger-erase.mjs', args)],
  'ledger:rebuild': (args) => [script('commands/ledger-rebuild.mjs', args)],
  'ledger:hold': (args) => [script('commands/ledger-hold.mjs', args)],
  'ledger:retire': (args) => [script('commands/ledger-retire.mjs', args)],
  'ledger:proof': (args) => [built('packages/ledger', 'notes/proof-cli.js', filesFromUser(args))],
  evidence: (args) => [script('commands/evidence.mjs', args)],
  'ledger:prove-value': (args) => [script('commands/prove-value.mjs', args)],
  mirror: (args) => [built('witness', 'mirror/main.js', args)],
  witness: (args) => [built('witness', 'main.js', args)],
  ask: (args) => [script('commands/ask.mjs', args)],
  'ledger:reconcile': (args) => [script('commands/ledger-reconcile.mjs', args)],
  'ledger:who': (args) => [script('commands/ledger-who.mjs', args)],
  pseudonym: (args) => [script('commands/pseudonym.mjs', args)],
  // Relative to where the user is: npm runs scripts in the checkout and keeps that place here.
  'trust:check': (args) => [built('packages/shared', 'subjects/check-trust.js', filesFromUser(args))],
  explain: (args) => [script('commands/explain.mjs', args)],
  sight: (args) => [script('commands/sight.mjs', args)],
  'law:ask': (args) => [
    built('packages/policy', 'ask/ask-cli.js', [join(CHECKOUT, 'supergraph.graphql'), ...filesFromUser(args)]),
  ],
  marks: (args) => [built('packages/shared', 'labels/marks/marks-cli.js', filesFromUser(args))],
  'law:prove': (args) => [built('packages/policy', 'prove/prove-cli.js', args)],
  'law:release': (args) => [built('packages/policy', 'register/versions/release-cli.js', args)],
  'law:diff': (args) => [built('packages/policy', 'prove/diff/diff-cli.js', [CHECKOUT, ...args])],
  'law:replay': (args) => [script('commands/law-replay.mjs', args)],
  play: (args) => [built('test', 'scenario/play.js', ['--data', dataFolder(), ...args])],
  hunt: (args) => [script('commands/hunt.mjs', args)],
  soak: (args) => [built('test', 'soak/main.js', args)],
  'soak:ledger': (args) => [script('commands/soak-ledger.mjs', args)],
  'bench:policy': (args) => [built('bench', 'policy/main.js', ['--missions', data('missions.csv'), ...args])],
  'bench:parts': (args) => [built('bench', 'parts/main.js', ['--missions', data('missions.csv'), ...args])],
  'bench:gateway': (args) => [
    built('bench', 'gateway/main.js', ['--data', data(''), '--kept', join(dataFolder(), 'bench'), ...args]),
  ],
  'bench:goals': (args) => [
    built('bench', 'goals/main.js', ['--data', data(''), '--kept', join(dataFolder(), 'bench'), ...args]),
  ],
  'bench:ledger': (args) => [built('bench', 'ledger/main.js', args)],
  'bench:audit': (args) => [built('bench', 'audit/main.js', args)],
  'bench:services': (args) => [built('bench', 'services/main.js', args)],
  'bench:load': (args) => [built('bench', 'load/main.js', args)],
  'bench:subjects': (args) => [built('bench', 'subjects/main.js', args)],
};

/** Names of files as the user meant them; options stay what they are. */
function filesFromUser(args) {
  return args.map((arg) => (arg.startsWith('-') ? arg : fromUser(arg)));
}

function data(file) {
  return join(CHECKOUT, 'data', file);
}

function script(file, args, options = {}) {
  return { args: [join(CHECKOUT, 'scripts', file), ...args], ...options };
}

function built(where, file, args) {
  return { args: [join(CHECKOUT, where, 'dist', file), ...args] };
}

/** Format and lint. */
function biome() {
  const colors = process.stdout.isTTY ? [] : ['--colors=off'];
  return { args: [toolPath('@biomejs/biome/bin/biome'), 'ci', ...colors, '.'] };
}

export function jest(args) {
  const tally = join(CHECKOUT, 'scripts/jest/tally-reporter.mjs');
  // What is asked for comes first: jest would take it for more reporters.
  return { args: [toolPath('jest/bin/jest.js'), ...args, '--reporters=default', `--reporters=${tally}`] };
}
