import { createPolicyEngine } from '@chancery/policy/engine';
import { decideAll } from './cold-profile.js';
import { loadWorkload } from './workload.js';

/** A process of its own, in which nothing has been compiled yet: prints how long the first profile takes, and the second. */
function main([missionsPath = '']: readonly string[]): void {
  const workload = loadWorkload(missionsPath);
  const engine = createPolicyEngine();
  const times = workload.profiles.slice(0, 2).map((profile) => {
    const start = performance.now();
    decideAll(engine, workload, profile, 'EXISTENCE');
    return performance.now() - start;
  });
  process.stdout.write(`${JSON.stringify(times)}\n`);
}

main(process.argv.slice(2));
