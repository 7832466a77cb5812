import { createPolicyEngine } from '@chancery/policy/engine';
import { POLICIES } from '@chancery/policy/policies';
import { helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { machineFacts } from '../machine.js';
import { prepareCedar } from './cedar-peer.js';
import { benchColdProfile } from './cold-profile.bench.js';
import { benchDecide } from './decide.bench.js';
import { benchRedaction } from './redaction.bench.js';
import { loadWorkload } from './workload.js';

/** Exit code of a wrong command line. */
const BAD_USAGE = 3;
const USAGE = `usage: npm run bench:policy

The policy engine beside others on the same rules; fails where one answers otherwise. About two minutes. See bench/README.md.
`;

/** Runs the policy benches and prints their tables; fails when any contestant answers otherwise than the engine. */
async function main(args: readonly string[]): Promise<void> {
  if (helped(args, USAGE)) return;
  const words = readCommand(USAGE, () => wordsOf(args, { missions: { type: 'string', default: 'data/missions.csv' } }));
  if (words === null) {
    process.exitCode = BAD_USAGE;
    return;
  }
  const { values } = words;
  const workload = loadWorkload(values.missions);
  const engine = createPolicyEngine();
  prepareCedar();
  process.stdout.write(`${machineFacts()}\n${POLICIES.length} policies, ${engine.version}\n\n`);
  process.stdout.write(`${await benchDecide(workload, engine)}\n`);
  process.stdout.write(`${await benchColdProfile(workload, engine, values.missions)}\n`);
  process.stdout.write(`${await benchRedaction(workload, engine)}\n${machineFacts()}\n`);
}

await main(process.argv.slice(2));
