import { helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { loadPolicies } from '../compile/load-policies.js';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { allTheorems } from './all-theorems.js';
import { tellLaw } from './law.js';
import { printGuarantees, printTheorems } from './print-theorems.js';
import { printVerdict } from './print-verdict.js';
import { prove } from './prove.js';
import { openSolver } from './solver.js';
import { definitionsOf, formalRule } from './translate.js';

const USAGE = 'usage: npm run law:prove -- [THEOREM …] | --list\n';
const BAD_USAGE = 3;

/** Proves every theorem of the law, or those named; exit code 0 when all hold. */
async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => wordsOf(args, { list: { type: 'boolean' } }, Number.POSITIVE_INFINITY));
  if (words === null) return BAD_USAGE;
  const { values, positionals: names } = words;
  const sources = loadPolicies();
  const engine = createPolicyEngine();
  const known = allTheorems(sources, engine);
  if (values.list === true) {
    process.stdout.write(`${printTheorems(known)}\n\n${printGuarantees()}\n`);
    return 0;
  }
  const strange = names.find((name) => known.every(({ id }) => id !== name));
  if (strange !== undefined) {
    process.stderr.write(`no theorem \`${strange}\`; there are ${known.map(({ id }) => id).join(', ')}\n${USAGE}`);
    return BAD_USAGE;
  }
  const solver = await openSolver();
  try {
    const law = tellLaw(solver, definitionsOf(sources.map(formalRule)));
    const live = { engine, policies: POLICIES };
    let failed = 0;
    for (const theorem of known.filter(({ id }) => names.length === 0 || names.includes(id))) {
      const verdict = await prove(law, live, theorem);
      process.stdout.write(printVerdict(verdict));
      if (verdict.failures.length > 0) failed += 1;
    }
    return failed === 0 ? 0 : 1;
  } finally {
    await solver.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
