/** What every npm script calls: installs and builds what is missing, then runs one command. */
const OLDEST_NODE = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  process.stderr.write(`chancery needs Node ${OLDEST_NODE.join('.')} or newer, and this is ${process.versions.node}\n`);
  process.exit(1);
}

// Imported only now: an older Node could not even read it.
const { runCommand } = await import('./run/run-command.mjs');
process.exitCode = await runCommand(process.argv[2] ?? '', process.argv.slice(3));
