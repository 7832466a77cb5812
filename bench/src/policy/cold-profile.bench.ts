import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PolicyEngine } from '@chancery/policy/engine';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import { type Contestant, measureInTurn, median } from '../measure.js';
import { printTable } from '../table.js';
import { decideAll } from './cold-profile.js';
import type { Workload } from './workload.js';

const ROUNDS = 15;
const PROCESSES = 5;
const COLUMNS: readonly Category[] = ['EXISTENCE', 'PUBLIC_FACT', 'PREMISES_RESCUE'];

/** A pass is worth something only if it finds what deciding one by one finds. */
function verifyPass(engine: PolicyEngine, workload: Workload, profile: Profile, category: Category): void {
  const { handlings, view, now } = workload;
  const bits = decideAll(engine, workload, profile, category);
  for (let index = 0; index < handlings.length; index += 97) {
    const handling = handlings[index];
    if (handling === undefined) throw new RangeError('a handling is missing');
    const alone = engine.open(profile, view, now).decide(category, handling, 'read').effect === 'allow';
    if (alone !== (bits[index] === 1)) throw new RangeError(`pass and single decision differ at ${index}`);
  }
}

/** A profile that was never seen before, over all handlings: the time before its first answer. */
export async function benchColdProfile(
  workload: Workload,
  engine: PolicyEngine,
  missionsPath: string,
): Promise<string> {
  const [profile] = workload.profiles;
  if (profile === undefined) throw new RangeError('no profile');
  const contestants = COLUMNS.map((category): Contestant => {
    verifyPass(engine, workload, profile, category);
    const values = workload.handlings.length;
    return { name: `${category}, process warm`, values, run: () => decideAll(engine, workload, profile, category) };
  });
  const measured = await measureInTurn(contestants, ROUNDS);
  const about = `${profile.subject.agency} over ${workload.handlings.length} handlings, one kind of data.`;
  const child = fileURLToPath(new URL('cold-process.js', import.meta.url));
  const cold = Array.from({ length: PROCESSES }, (): unknown =>
    JSON.parse(execFileSync(process.execPath, [child, missionsPath], { encoding: 'utf8' })),
  );
  const at = (index: number): string =>
    median(cold.map((times) => (Array.isArray(times) ? Number(times[index]) : Number.NaN))).toFixed(1);
  const processes = `EXISTENCE in a process that has decided nothing yet (median of ${PROCESSES}): ${at(0)} ms; its second profile: ${at(1)} ms.`;
  return `${printTable('A profile never seen', measured, about)}\n${processes}\n`;
}
