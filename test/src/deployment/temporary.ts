import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployment, type DeploymentOptions } from './deployment.js';

export interface TemporaryOptions extends Pick<DeploymentOptions, 'args' | 'env'> {
  /** Puts what the start needs into its data folder. */
  readonly prepare?: (data: string) => void;
}

/** Runs work on a deployment in a folder of its own, which is gone afterwards. */
export async function withDeployment<T>(
  { prepare, ...options }: TemporaryOptions,
  work: (deployment: Deployment) => Promise<T>,
): Promise<T> {
  const root = makeRoot('chancery-deployment-');
  const data = join(root, 'data');
  mkdirSync(data);
  chmodSync(data, 0o711);
  prepare?.(data);
  try {
    // Whoever has a server of its own set in the environment does not mean this.
    const env = { DATABASE_URL: '', ...options.env };
    const deployment = await Deployment.start({ ...options, data, port: await freePort(), env });
    try {
      return await work(deployment);
    } finally {
      await deployment.stop();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A folder that the account of root’s database server can pass through. */
export function makeRoot(prefix: string): string {
  const root = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(root, 0o711);
  return root;
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
