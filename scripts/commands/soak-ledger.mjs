import { spawnSync } from 'node:child_process';
import { countOf, helped, readCommand, UsageError, wordsOf } from '../../packages/shared/dist/command-help.js';
import { jest } from '../run/commands.mjs';

const USAGE = `usage: npm run soak:ledger [-- --kills ROUNDS | --mirrors ROUNDS]

Kills the writer of a ledger under load, ROUNDS times (1000 unless told), and fails where an acknowledged entry is lost; with --mirrors, ROUNDS operators that are
corrupt together with one agency, each of whom has to be found.
`;

const args = process.argv.slice(2);
const words = helped(args, USAGE) ? undefined : readCommand(USAGE, () => readWords(args));
if (words !== undefined) process.exitCode = words === null ? 3 : soak(words);

function readWords(given) {
  const { values } = wordsOf(given, { kills: { type: 'string' }, mirrors: { type: 'string' } });
  const { kills = '1000', mirrors } = values;
  if (values.kills !== undefined && mirrors !== undefined) throw new UsageError('--mirrors does not go with --kills');
  const isMirrors = mirrors !== undefined;
  return { isMirrors, rounds: isMirrors ? countOf('--mirrors', mirrors) : countOf('--kills', kills) };
}

function soak({ isMirrors, rounds }) {
  const file = isMirrors ? 'witness/src/mirror/quorum.test.ts' : 'packages/ledger/src/kill.test.ts';
  const step = jest([file, '--maxWorkers=1']);
  const env = { ...process.env, [isMirrors ? 'CHANCERY_MIRROR_ROUNDS' : 'CHANCERY_KILL_ROUNDS']: String(rounds) };
  return spawnSync(process.execPath, step.args, { stdio: 'inherit', env }).status ?? 1;
}
