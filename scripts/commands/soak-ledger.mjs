import { spawnSync } from 'node:child_process';
import { jest } from '../run/commands.mjs';

const USAGE = `usage: npm run soak:ledger [-- --kills ROUNDS | --mirrors ROUNDS]

Kills the writer of a ledger under load, ROUNDS times (1000 unless told), and fails where an acknowledged entry is lost; with --mirrors, ROUNDS operators that are
corrupt together with one agency, each of whom has to be found.
`;

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(USAGE);
  process.exit(0);
}
const isMirrors = args.includes('--mirrors');
const rounds = args.find((arg) => /^[1-9][0-9]*$/.test(arg)) ?? '1000';
const file = isMirrors ? 'witness/src/mirror/quorum.test.ts' : 'packages/ledger/src/kill.test.ts';
const step = jest([file, '--maxWorkers=1']);
const env = { ...process.env, [isMirrors ? 'CHANCERY_MIRROR_ROUNDS' : 'CHANCERY_KILL_ROUNDS']: rounds };
process.exitCode = spawnSync(process.execPath, step.args, { stdio: 'inherit', env }).status ?? 1;
