import { COMMANDS } from './commands.mjs';
import { prepare } from './prepare.mjs';
import { runStep } from './run-step.mjs';

/** Runs a command of the table and returns the exit code of its first step that failed, else 0. */
export async function runCommand(name, args) {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stderr.write(`unknown command \`${name}\`; there are ${Object.keys(COMMANDS).join(', ')}\n`);
    return 2;
  }
  const prepared = await prepare();
  if (prepared !== 0) return prepared;
  for (const step of command(args)) {
    const code = await runStep(step);
    if (code !== 0) return code;
  }
  return 0;
}
