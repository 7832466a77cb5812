import { existsSync, writeFileSync } from 'node:fs';
import { loadSurvivors, runMutants, SURVIVORS_FILE, type Survivor } from './survivors.js';

const known = existsSync(SURVIVORS_FILE) ? loadSurvivors() : [];
const { mutants, survivors, needless } = runMutants();

/** A survivor keeps the reason that it had; a new one has none yet, and the test fails until someone gives it. */
const listed = survivors.map((each): Survivor => {
  const same = known.find(({ reason: _, ...other }) => JSON.stringify(other) === JSON.stringify(each));
  return { ...each, reason: same?.reason ?? '' };
});
writeFileSync(SURVIVORS_FILE, `${JSON.stringify(listed, null, 2)}\n`);
const missing = listed.filter(({ reason }) => reason === '');
process.stdout.write(`${mutants} mutants, ${listed.length} survive, ${missing.length} without a reason\n`);
for (const { rule, change, clause, conjunct } of missing)
  process.stdout.write(`${rule}: ${change} in ${clause}: ${conjunct}\n`);
for (const id of needless) process.stdout.write(`${id}: changes nothing\n`);
