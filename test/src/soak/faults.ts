import { withConnection } from '@chancery/shared/postgres/connect';
import { childProcesses } from '@chancery/shared/postgres/process-identity';
import pg from 'pg';
import { SERVERS, type ServerName } from '../deployment/deployment.js';
import type { Site } from './site.js';

/** Something that goes wrong, and stops going wrong. */
export interface Fault {
  readonly name: string;
  /** How long it lasts. */
  readonly lastsMs: number;
  /** Ends the start itself: it is begun again by whoever operates it. */
  readonly endsStart?: boolean;
  /** Begins it, and gives what ends it. */
  begin(site: Site): Promise<() => Promise<void> | void>;
}

const NAMES = Object.keys(SERVERS) as readonly ServerName[];
const nothing = (): void => {};

function kill(pid: number | null | undefined, signal: NodeJS.Signals): void {
  if (pid === null || pid === undefined) throw new Error(`no process to send ${signal}`);
  process.kill(pid, signal);
}

const killed = (name: ServerName, signal: NodeJS.Signals): Fault => ({
  name: `${signal} ${name}`,
  lastsMs: 0,
  begin: async ({ deployment }) => {
    kill(deployment.pidOf(name), signal);
    return nothing;
  },
});

const frozen = (name: ServerName, lastsMs: number): Fault => ({
  name: `freeze ${name}, ${lastsMs / 1_000} s`,
  lastsMs,
  begin: async ({ deployment }) => {
    const pid = deployment.pidOf(name);
    kill(pid, 'SIGSTOP');
    return () => kill(pid, 'SIGCONT');
  },
});

const stepped = (who: ServerName | 'all', byMs: number): Fault => ({
  name: `clock of ${who} ${byMs > 0 ? '+' : '-'}${Math.abs(byMs) / 1_000} s`,
  lastsMs: 4_000,
  begin: async ({ clocks }) => {
    clocks.step(who, byMs);
    return () => clocks.setRight(who);
  },
});

const databaseProcesses = ({ deployment }: Site): readonly number[] => {
  const postmaster = deployment.postmaster();
  if (postmaster === null) throw new Error('no database server');
  return [postmaster, ...childProcesses(postmaster)];
};

const SESSIONS = `from pg_stat_activity where datname like 'chancery_%' and pid <> pg_backend_pid()`;

const ofTheDatabase: readonly Fault[] = [
  {
    name: 'SIGKILL PostgreSQL',
    lastsMs: 0,
    begin: async ({ deployment }) => {
      kill(deployment.postmaster(), 'SIGKILL');
      return nothing;
    },
  },
  {
    name: 'SIGKILL one session of PostgreSQL',
    lastsMs: 0,
    begin: async ({ logins }) => {
      const pids = await withConnection(logins.adminUrl, (admin) =>
        admin.query<{ pid: number }>(`select pid ${SESSIONS} limit 1`),
      );
      kill(pids.rows[0]?.pid, 'SIGKILL');
      return nothing;
    },
  },
  {
    name: 'freeze PostgreSQL, 6 s',
    lastsMs: 6_000,
    begin: async (site) => {
      const pids = databaseProcesses(site);
      for (const pid of pids) signalIfThere(pid, 'SIGSTOP');
      return () => {
        for (const pid of pids) signalIfThere(pid, 'SIGCONT');
      };
    },
  },
];

/** Of its children some end by themselves. */
function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const ofItsSessions: readonly Fault[] = [
  {
    name: 'all sessions terminated',
    lastsMs: 0,
    begin: async ({ logins }) => {
      await withConnection(logins.adminUrl, (admin) => admin.query(`select pg_terminate_backend(pid) ${SESSIONS}`));
      return nothing;
    },
  },
  {
    name: 'table of posts locked, 6 s',
    lastsMs: 6_000,
    begin: async ({ logins }) => {
      const url = new URL(logins.adminUrl);
      url.pathname = '/chancery_missions';
      const holder = new pg.Client(url.href);
      await holder.connect();
      await holder.query('begin');
      await holder.query('lock table mission in access exclusive mode');
      return () => holder.end();
    },
  },
];

const ofTheStart: readonly Fault[] = [
  {
    name: 'SIGKILL supervisor',
    lastsMs: 0,
    endsStart: true,
    begin: async ({ deployment }) => {
      deployment.supervisor.process.kill('SIGKILL');
      return nothing;
    },
  },
  {
    name: 'SIGKILL everything',
    lastsMs: 0,
    endsStart: true,
    begin: async (site) => {
      const { deployment } = site;
      const pids = [...NAMES.map((name) => deployment.pidOf(name)), deployment.postmaster()];
      deployment.supervisor.process.kill('SIGKILL');
      for (const pid of pids) if (pid !== null) signalIfThere(pid, 'SIGKILL');
      return nothing;
    },
  },
  {
    name: 'SIGTERM supervisor',
    lastsMs: 0,
    endsStart: true,
    begin: async ({ deployment }) => {
      deployment.supervisor.process.kill('SIGTERM');
      return nothing;
    },
  },
];

const FULL_DISK: Fault = {
  name: 'disk full, 8 s',
  lastsMs: 8_000,
  begin: async ({ disk }) => {
    if (disk === null) throw new Error('no small disk');
    disk.fill();
    return () => disk.makeRoom();
  },
};

const throughProxy = (
  name: string,
  lastsMs: number,
  begin: (proxy: NonNullable<Site['proxy']>) => () => void,
): Fault => ({
  name,
  lastsMs,
  begin: async ({ proxy }) => {
    if (proxy === null) throw new Error('no proxy');
    return begin(proxy);
  },
});

/** What is done to a deployment with a database server of its own. */
export const OWN_DATABASE_FAULTS: readonly Fault[] = [
  ...NAMES.map((name) => killed(name, 'SIGKILL')),
  killed('gateway', 'SIGTERM'),
  frozen('gateway', 4_000),
  ...(['missions', 'incidents', 'intel', 'compliance'] as const).map((name) => frozen(name, 8_000)),
  ...ofTheDatabase,
  ...ofItsSessions,
  ...ofTheStart,
  stepped('gateway', 20_000),
  stepped('missions', -20_000),
  stepped('all', 20_000),
  stepped('all', 7_200_000),
];

/** What needs a small file system besides. */
export const DISK_FAULTS: readonly Fault[] = [FULL_DISK];

/** What is done to the way to a database server elsewhere. */
export const NETWORK_FAULTS: readonly Fault[] = [
  throughProxy('database unreachable, 5 s', 5_000, (proxy) => {
    proxy.cut();
    return () => proxy.restore();
  }),
  throughProxy('database silent, 8 s, then reset', 8_000, (proxy) => {
    proxy.hold();
    return () => proxy.restore();
  }),
  throughProxy('database silent, 8 s, then as before', 8_000, (proxy) => {
    proxy.hold();
    return () => proxy.resume();
  }),
  throughProxy('old connections silent for ever, new ones pass', 0, (proxy) => {
    proxy.hold();
    proxy.passNew();
    return nothing;
  }),
  throughProxy('answers of the database lost, 8 s', 8_000, (proxy) => {
    proxy.holdAnswers();
    return () => proxy.restore();
  }),
];
