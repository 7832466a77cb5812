import { tryLockFolder } from '../../packages/shared/dist/postgres/folder-lock.js';
import { openServer } from '../../packages/shared/dist/postgres/open-server.js';
import { Supervisor } from './supervisor.mjs';

/**
 * Opens the database server beside `prepared` processes, starts everything by `startAll({ server, supervisor })`, and returns an exit code once it
 * has all ended again: at a signal, when a server cannot be kept alive, or when the start fails. Servers in `stopFirst` are stopped before the rest.
 * With `rereads`, SIGHUP is handed to the server that reads its configuration again; without, it is a terminal that closes.
 */
export async function runUntilEnded(options) {
  const { data, databaseUrl, logFolder, say, startAll, prepared = [], stopFirst = [], rereads = false } = options;
  // Whatever this process or a child writes is for its own account alone, unless it says otherwise.
  process.umask(0o077);
  const lock = await tryLockFolder(data, 'start-all');
  if (lock === null) {
    say(`chancery runs already on \`${data}\`: stop it first, or set CHANCERY_DATA to another folder`);
    return 1;
  }
  const supervisor = new Supervisor({ logFolder, say });
  const stopListening = listenToSignals(supervisor, rereads);
  // Before the server: it is the first that takes time and little of the processors.
  supervisor.prepare(prepared);
  const opening = openServer({
    databaseUrl,
    folder: `${data}/postgres`,
    report: say,
    onLost: (error) => supervisor.end(1, `the database server is gone: ${error.message}`),
  });
  opening.catch(() => {}); // awaited below, maybe after another failure
  const starting = opening.then((server) => startAll({ server, supervisor }));
  starting.catch((error) => supervisor.end(1, error.message));

  const { code, reason } = await supervisor.ended;
  say(reason);
  const killed = await supervisor.stopAll({ first: stopFirst });
  for (const name of killed) say(`${name} did not stop in time and was killed`);
  const isDatabaseStopped = await opening
    .then((server) => server.stop())
    .then(
      () => true,
      (error) => void say(error.message),
    );
  await lock.release();
  stopListening();
  // Whoever watches must be able to tell a clean stop from one that was forced.
  if (code === 0 && killed.length === 0 && isDatabaseStopped) {
    say('stopped');
    return 0;
  }
  return code === 0 ? 1 : code;
}

function listenToSignals(supervisor, rereads) {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const listener = (name) => {
    if (name === 'SIGHUP' && rereads) supervisor.hangUp();
    else supervisor.end(0, `${name}: stopping`);
  };
  for (const name of names) process.on(name, listener);
  return () => {
    for (const name of names) process.off(name, listener);
  };
}
