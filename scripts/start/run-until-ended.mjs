import { tryLockFolder } from '../../packages/shared/dist/postgres/folder-lock.js';
import { openServer } from '../../packages/shared/dist/postgres/open-server.js';
import { Supervisor } from './supervisor.mjs';

/**
 * Opens the database server, starts everything by `startAll({ server, supervisor })`, and returns an exit code once it
 * has all ended again: at a signal, when a server dies, or when the start fails.
 */
export async function runUntilEnded({ data, databaseUrl, logFolder, say, startAll }) {
  // Whatever this process or a child writes is for its own account alone, unless it says otherwise.
  process.umask(0o077);
  const lock = await tryLockFolder(data, 'start-all');
  if (lock === null) {
    say(`chancery runs already on \`${data}\`: stop it first, or set CHANCERY_DATA to another folder`);
    return 1;
  }
  const supervisor = new Supervisor({ logFolder, say });
  const stopListening = endAtSignals(supervisor);
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
  await supervisor.stopAll();
  await opening.then((server) => server.stop()).catch((error) => say(error.message));
  await lock.release();
  stopListening();
  if (code === 0) say('stopped');
  return code;
}

function endAtSignals(supervisor) {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const listener = (name) => supervisor.end(0, `${name}: stopping`);
  for (const name of names) process.on(name, listener);
  return () => {
    for (const name of names) process.off(name, listener);
  };
}
