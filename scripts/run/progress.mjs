const FIRST_MS = 1000;
const EVERY_MS = 5000;

/** Runs a quiet step: says on standard error how long it takes, and what it printed only if it fails. */
export async function withProgress(subject, step) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const say = () => process.stderr.write(`${subject} … ${seconds()}\n`);
  let said = false;
  let timer = setTimeout(() => {
    said = true;
    say();
    timer = setInterval(say, EVERY_MS);
  }, FIRST_MS);
  const printed = [];
  try {
    const code = await step((piece) => printed.push(piece));
    if (code !== 0) process.stderr.write(`${Buffer.concat(printed)}\n${subject} failed, exit code ${code}\n`);
    else if (said) process.stderr.write(`${subject} done, ${seconds()}\n`);
    return code;
  } finally {
    clearTimeout(timer);
    clearInterval(timer);
  }
}
