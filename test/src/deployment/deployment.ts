import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedServer } from '@chancery/shared/postgres/embedded-server';
import { findPostmaster } from '@chancery/shared/postgres/postmaster';
import { childProcesses, processArguments } from '@chancery/shared/postgres/process-identity';
import { provisionDatabase } from '@chancery/shared/postgres/provision';
import { runNode, type Supervised } from '../platform/supervised.js';
import { makePacks, packOf } from './packs.js';

export const CHECKOUT = resolve(import.meta.dirname, '../../..');

/** The servers of a start, by the part of the checkout that they run. */
export const SERVERS = {
  gateway: 'gateway/dist',
  missions: 'services/missions/dist',
  incidents: 'services/incidents/dist',
  intel: 'services/intel/dist',
  compliance: 'services/compliance/dist',
} as const;
export type ServerName = keyof typeof SERVERS;

const TRIES_MAX = 5;
const BETWEEN_TRIES_MS = 3_000;

export interface DeploymentOptions {
  /** The data folder; its own, and reachable for the account of the database. */
  readonly data: string;
  /** Where the gateway listens; the same at every start, so that clients find it again. */
  readonly port: number;
  /** A demonstration by default. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A whole deployment in processes of its own, as `npm start` makes it, and its processes by name. */
export class Deployment {
  readonly #options: DeploymentOptions;
  #supervisor: Supervised;

  private constructor(options: DeploymentOptions, supervisor: Supervised) {
    this.#options = options;
    this.#supervisor = supervisor;
  }

  static async start(options: DeploymentOptions): Promise<Deployment> {
    await makePacks();
    const deployment = new Deployment(options, launch(options));
    await deployment.#untilReady();
    return deployment;
  }

  get data(): string {
    return this.#options.data;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#options.port}`;
  }

  get supervisor(): Supervised {
    return this.#supervisor;
  }

  /** Whether the start has ended, by itself or not. */
  get isOver(): boolean {
    return this.#supervisor.process.exitCode !== null || this.#supervisor.process.signalCode !== null;
  }

  /** Process of a server; null while there is none. */
  pidOf(name: ServerName): number | null {
    const programs = [join(CHECKOUT, SERVERS[name]), packOf(name)];
    const found = childProcesses(this.#supervisor.process.pid ?? 0).find((pid) =>
      processArguments(pid).some((argument) => programs.some((program) => argument.startsWith(program))),
    );
    return found ?? null;
  }

  /** The embedded database server; null while there is none, or where it is another's. */
  postmaster(): number | null {
    return findPostmaster(join(this.data, 'postgres', 'cluster'))?.pid ?? null;
  }

  /**
   * Starts it again after its end, on the same folder and port, as a service manager does: more than once, for the gateway of a
   * supervisor that was killed keeps the port until it has drained.
   */
  async startAgain(): Promise<void> {
    await this.#supervisor.ended;
    for (let tries = 1; ; tries += 1) {
      this.#supervisor = launch(this.#options);
      try {
        return await this.#untilReady();
      } catch (error) {
        if (tries === TRIES_MAX) throw error;
        await pause(BETWEEN_TRIES_MS);
      }
    }
  }

  async stop(): Promise<number | null> {
    this.#supervisor.process.kill('SIGTERM');
    return (await this.#supervisor.ended).code;
  }

  async #untilReady(): Promise<void> {
    await this.#supervisor.line(/^ready http:/);
  }
}

/** Ends a start whose test or bench is gone. */
const ENDS_WITH_PARENT = new URL(`file://${join(CHECKOUT, 'scripts/start/end-with-parent.mjs')}`).href;

const launch = ({ data, port, args = ['--demo'], env = {} }: DeploymentOptions): Supervised =>
  runNode(['--import', ENDS_WITH_PARENT, join(CHECKOUT, 'scripts/start/main.mjs'), ...args], {
    CHANCERY_DATA: data,
    PORT: String(port),
    ...env,
  });

/** What a deployment’s database is looked into by, from outside. */
export interface DatabaseLogins {
  readonly adminUrl: string;
  /** Reads the ledger. */
  readonly ledgerUrl: string;
}

/** The logins of the databases of a start that runs with a server of its own. */
export async function databaseLogins(data: string): Promise<DatabaseLogins> {
  const server = await startEmbeddedServer({ folder: join(data, 'postgres'), report: () => {} });
  try {
    return { adminUrl: server.adminUrl, ledgerUrl: await ledgerLogin(server.adminUrl, data) };
  } finally {
    // The start is a user of the server too, so this leaves it running.
    await server.stop();
  }
}

/** A login that reads the ledger of a data folder. */
export async function ledgerLogin(adminUrl: string, data: string): Promise<string> {
  const credentialsFile = join(data, 'credentials.json');
  const { loaderUrl } = await provisionDatabase(adminUrl, { database: 'chancery_ledger', credentialsFile });
  return loaderUrl;
}
