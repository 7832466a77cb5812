import { systemClock } from '../clock.js';
import { ConfigurationError } from '../errors.js';
import { reseedSnapshot } from './reseed-snapshot.js';

/** Publishes the snapshot of a seed, with times that count from now. */
async function main([missionsPath, lawPath, outPath, exercise]: string[]): Promise<void> {
  if (missionsPath === undefined || lawPath === undefined || outPath === undefined) {
    throw new ConfigurationError('usage: seed-snapshot MISSIONS.csv ACTS.json OUT.json [--exercise]');
  }
  const { number, digest, facts, acts } = await reseedSnapshot(missionsPath, lawPath, outPath, systemClock(), {
    exercise: exercise === '--exercise',
  });
  process.stdout.write(`snapshot ${number} ${digest}: ${facts.length} facts, ${acts.length} acts\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
