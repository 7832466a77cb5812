import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveApart } from '../processes.js';
import { composeMarket, SUBGRAPHS, subgraphSdl } from '../world/schemas.js';
import { type Contestant, type Entrant, freePort } from './contestant.js';

const SOURCE = fileURLToPath(new URL('../../../peers', import.meta.url));
const FILES = ['package.json', 'package-lock.json', 'apollo.mjs', 'hive.config.mjs'];
const GRAFBASE = 'node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase';

/** Where the peers are started, and what they are told. */
export interface PeerOptions {
  /** Installed and configured here, outside the checkout's own packages: they are 775 MB. */
  readonly folder: string;
  /** Where the plain subgraphs are, each under its name. */
  readonly subgraphsUrl: string;
  readonly core: number | null;
}

/** Installs the peers by their own lock file, unless that is done; nothing but this bench needs them. */
export function installPeers(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of FILES) cpSync(join(SOURCE, file), join(folder, file));
  const stamp = join(folder, 'node_modules', '.bench-stamp');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stderr.write('installing the peers (once: about 1 minute, 775 MB) …\n');
  const installed = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (installed.status !== 0) throw new RangeError(`npm ci in ${folder} failed`);
  writeFileSync(stamp, lock);
}

/** The gateways of others, each as its makers start it, without authorization and without an audit. */
export function peers(options: PeerOptions): readonly Entrant[] {
  const { folder, subgraphsUrl, core } = options;
  const supergraph = join(folder, 'supergraph.graphql');
  writeFileSync(
    supergraph,
    composeMarket('plain', (name) => `${subgraphsUrl}/${name}`),
  );
  const contestant = (name: string, served: Contestant['served']): Contestant => ({
    name,
    served,
    headers: {},
    withholds: false,
    helperPid: null,
  });
  const apollo = '@apollo/gateway 2.14.4 + @apollo/server 5.5.1';
  const hive = '@graphql-hive/gateway 2.15.1, Rust planner, de-duplication off';
  const grafbase = 'Grafbase CLI 0.103.0 (Rust), de-duplication off';
  return [
    {
      name: apollo,
      start: async () => {
        const args = [join(folder, 'apollo.mjs'), supergraph, `${freePort()}`];
        return contestant(apollo, await serveApart({ command: process.execPath, args, core }));
      },
    },
    {
      name: hive,
      start: async () => {
        const port = freePort();
        const cli = join(folder, 'node_modules/@graphql-hive/gateway/dist/bin.js');
        const at = ['--host', '127.0.0.1', '--port', `${port}`, '--fork', '1'];
        const args = [cli, 'supergraph', '-c', join(folder, 'hive.config.mjs'), ...at];
        const url = `http://127.0.0.1:${port}/graphql`;
        const env = { BENCH_SUPERGRAPH: supergraph };
        return contestant(hive, await serveApart({ command: process.execPath, args, core, url, env, cwd: folder }));
      },
    },
    { name: grafbase, start: async () => startGrafbase(options, (served) => contestant(grafbase, served)) },
  ];
}

async function startGrafbase(
  { folder, subgraphsUrl, core }: PeerOptions,
  contestant: (served: Contestant['served']) => Contestant,
): Promise<Contestant | null> {
  const binary = join(folder, GRAFBASE);
  if (!existsSync(binary)) {
    process.stderr.write('Grafbase has no binary for this machine: left out\n');
    return null;
  }
  chmodSync(binary, 0o755);
  const parts = SUBGRAPHS.map((name) => {
    writeFileSync(join(folder, `${name}.graphql`), subgraphSdl(name, 'plain'));
    return `[subgraphs.${name}]\nurl = "${subgraphsUrl}/${name}"\nschema_path = "${name}.graphql"\n`;
  });
  const config = join(folder, 'grafbase.toml');
  writeFileSync(config, `[traffic_shaping]\ninflight_deduplication = false\n\n${parts.join('\n')}`);
  const port = freePort();
  const args = ['dev', '-c', config, '--listen-address', `127.0.0.1:${port}`];
  const url = `http://127.0.0.1:${port}/graphql`;
  // It keeps what it downloads in the home folder; this one is its own.
  return contestant(await serveApart({ command: binary, args, core, url, cwd: folder, env: { HOME: folder } }));
}
