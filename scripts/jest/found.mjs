/** What a hunt found, from jest's own report of a run. */

const SAID_MAX = 600;

/** Every test that failed, and every file that did not load. */
export function failuresIn({ testResults }) {
  return testResults.flatMap(({ name: file, message, status, assertionResults }) => {
    const failed = assertionResults
      .filter((result) => result.status === 'failed')
      .map(({ fullName, failureMessages }) => ({ file, title: fullName, message: failureMessages.join('\n') }));
    // A file that does not even load has no test in it that could fail.
    return failed.length === 0 && status === 'failed' ? [{ file, title: file, message }] : failed;
  });
}

/** One failure for people, with the command that shows it again: the one case where fast-check named it, else the file. */
export function tellFailure({ file, title, message }, { seed, times }) {
  const [, path] = /path: "([0-9:]+)"/.exec(message) ?? [];
  const one = path === undefined ? `--times ${times}` : `--path ${path} --title ${quoted(title)}`;
  const said = message.replaceAll(/^ +at .*\n?/gm, '').slice(0, SAID_MAX);
  return `\n${file}: ${title}\n${said.replaceAll(/^/gm, '  ')}\nagain: npm run hunt -- --seed ${seed} ${one} ${file}\n\n`;
}

function quoted(title) {
  return `'${title.replaceAll("'", "'\\''")}'`;
}
