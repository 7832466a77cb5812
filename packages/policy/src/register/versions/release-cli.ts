import { appendFileSync } from 'node:fs';
import { dayOf } from '@chancery/shared/calendar';
import { systemClock } from '@chancery/shared/clock';
import { helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { loadPolicies } from '../../compile/load-policies.js';
import { policySetVersion } from '../../compile/print-module.js';
import {
  changesBetween,
  loadVersions,
  type PolicyVersion,
  rulesAfter,
  rulesOf,
  VERSIONS_FILE,
} from './policy-versions.js';

const USAGE = `usage: npm run law:release
Adds the law of this checkout to its versions (packages/policy/law/versions.jsonl), with each rule that is not as it was in the
version before. Nothing is added where nothing has changed.
Exit: 0 added or nothing to add, 3 usage.
`;
const BAD_USAGE = 3;

/** Adds the law as it is to its versions. */
function main(args: readonly string[]): number {
  if (helped(args, USAGE)) return 0;
  if (readCommand(USAGE, () => wordsOf(args, {})) === null) return BAD_USAGE;
  const versions = loadVersions();
  const sources = loadPolicies();
  const version = policySetVersion(sources);
  if (versions.at(-1)?.version === version) {
    process.stdout.write(`version ${versions.length} is the law as it is\n`);
    return 0;
  }
  const changes = changesBetween(rulesAfter(versions), rulesOf(sources));
  const added: PolicyVersion = { version, from: dayOf(systemClock()), changes };
  appendFileSync(VERSIONS_FILE, `${JSON.stringify(added)}\n`);
  process.stdout.write(`version ${versions.length + 1}: ${changes.length} rules are not as they were\n`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
