import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.js';
import { archiveNowhere } from './backup/archive.js';
import { type Cluster, createCluster, findCluster } from './cluster.js';
import { withConnection } from './connect.js';
import { withFolderLock } from './folder-lock.js';
import { adminUrlOf, becomesReady, launchServer } from './launch-server.js';
import { findPostmaster, type Postmaster, stopPostmaster } from './postmaster.js';
import { CACHE_CANDIDATES, chooseCache } from './reachable-cache.js';
import { type Report, reportWhileWaiting } from './report.js';
import { locateBinaries, runnableBinaries } from './server-binaries.js';
import { portOf } from './server-port.js';
import { addServerUser, removeServerUser } from './server-users.js';
import { watchServer } from './watch-server.js';

/** A server to provision databases on. */
export interface DatabaseServer {
  /** Connection string of its administrator. */
  readonly adminUrl: string;
  /** Where its files are; null where that is not known here. */
  readonly files: string | null;
  /** Lets go of it; the last process to let go of an embedded one stops it. */
  stop(): Promise<void>;
}

/** Where an embedded server is kept and who hears of its progress. */
export interface EmbeddedServerOptions {
  readonly folder: string;
  readonly report: Report;
  /** Hears when the server died and cannot be started again. */
  readonly onLost?: (error: Error) => void;
  /** Places for what `nobody` must reach when root starts the server from a folder that `nobody` cannot. */
  readonly caches?: readonly string[];
}

/**
 * Starts the PostgreSQL that is installed with this project, or joins the one that runs on this folder already. When it dies
 * it is started again on the same port, where those who were connected find it.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<DatabaseServer> {
  const { folder, report } = options;
  prepareFolder(folder);
  return withFolderLock(folder, report, async () => {
    const cluster = findCluster(folder, cacheOf(options)) ?? (await createReported(options));
    const joined = reportWhileWaiting(report, 'waiting for the database server', joinRunning(cluster));
    const postmaster = (await joined) ?? (await launchReported(cluster, options));
    const adminUrl = adminUrlOf(cluster, postmaster.port);
    await closeToPublic(adminUrl);
    await withConnection(adminUrl, archiveNowhere);
    const note = addServerUser(folder);
    const watch = watchServer({
      postmaster,
      report,
      relaunch: () => relaunch(cluster, postmaster.port, options),
      onLost: (error) => options.onLost?.(error),
    });
    const stop = async (): Promise<void> => {
      await watch.end();
      await letGo(options, cluster, note);
    };
    return { adminUrl, files: cluster.data, stop: once(stop) };
  });
}

/** Under the folder's lock: of several processes that share the server one starts it, the others find it. */
function relaunch(
  cluster: Cluster,
  port: number,
  { folder, report, ...options }: EmbeddedServerOptions,
): Promise<Postmaster> {
  return withFolderLock(folder, report, async () => {
    return (await joinRunning(cluster)) ?? (await launch(cluster, port, { folder, report, ...options }));
  });
}

/** The server that runs on the cluster already, once it answers; null when there is none. */
async function joinRunning(cluster: Cluster): Promise<Postmaster | null> {
  const found = findPostmaster(cluster.data);
  return found !== null && (await becomesReady(cluster, found)) ? found : null;
}

const cacheOf =
  ({ caches }: EmbeddedServerOptions) =>
  (): string =>
    chooseCache(caches ?? CACHE_CANDIDATES);

function createReported(options: EmbeddedServerOptions): Promise<Cluster> {
  const installed = locateBinaries();
  const cache = cacheOf(options);
  options.report(`making the database in ${options.folder}`);
  const created = createCluster(options.folder, (account) => runnableBinaries(installed, account, cache), cache);
  return reportWhileWaiting(options.report, 'making the database', created);
}

async function launchReported(cluster: Cluster, options: EmbeddedServerOptions): Promise<Postmaster> {
  const launched = launch(cluster, await portOf(options.folder), options);
  return reportWhileWaiting(options.report, 'starting the database server', launched);
}

async function launch(cluster: Cluster, port: number, options: EmbeddedServerOptions): Promise<Postmaster> {
  const binaries = await runnableBinaries(locateBinaries(), cluster.account, cacheOf(options));
  return launchServer(cluster, binaries, { port, logFile: join(options.folder, 'server.log') });
}

async function letGo({ folder, report }: EmbeddedServerOptions, cluster: Cluster, note: string): Promise<void> {
  await withFolderLock(folder, report, async () => {
    if (!removeServerUser(folder, note).isLast) return;
    // Looked up again: another process may have had to start it anew since.
    const postmaster = findPostmaster(cluster.data);
    if (postmaster === null) return;
    await reportWhileWaiting(report, 'stopping the database server', stopPostmaster(postmaster));
  });
}

// The maintenance databases: no service has business there, and PUBLIC may connect to them by default.
async function closeToPublic(adminUrl: string): Promise<void> {
  await withConnection(adminUrl, (client) =>
    client.query('revoke all on database postgres from public; revoke all on database template1 from public'),
  );
}

function prepareFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(folder);
  // Root's server runs as `nobody`, who must pass through, and sees no names in it.
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
