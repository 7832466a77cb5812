import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const DEFAULT_PORT = 4000;
const PORT_MAX = 65535;
/** A child whose supervisor is gone ends within ten seconds (end-with-parent.mjs). */
const GIVEN_BACK_MS = 11_000;
const RETRY_MS = 200;
const LOOPBACK = '127.0.0.1';
const LOOPBACKS = new Set([LOOPBACK, '::1', 'localhost']);

/** The address that HOST asks for, loopback without it. A demonstration gives tokens to whoever asks, so it stays there. */
export function hostOf(text, isDemo) {
  const host = text || LOOPBACK;
  if (isDemo && !LOOPBACKS.has(host)) {
    throw new Error(`HOST=${host}: a demonstration listens on loopback alone; npm run serve takes a HOST`);
  }
  return host;
}

/**
 * The port that PORT asks for, 4000 without it; throws when it is no port or another program listens there. The gateway of a start that
 * was killed keeps it until it has drained: that is waited for.
 */
export async function findGatewayPort(
  text = '',
  host = LOOPBACK,
  { say = () => {}, givenBackMs = GIVEN_BACK_MS } = {},
) {
  const port = text === '' ? DEFAULT_PORT : Number(text);
  // Digits alone: `1e3` and `0x10` are numbers, and nobody's port.
  if ((text !== '' && !/^[0-9]+$/.test(text)) || port > PORT_MAX) throw new Error(`PORT is not a port: \`${text}\``);
  const code = await tryListenUntil(performance.now() + givenBackMs, port, host, say);
  if (code === 'EADDRINUSE') {
    throw new Error(
      `port ${port} is in use, by another start or another program: stop it, or choose another with PORT=4001 npm start`,
    );
  }
  if (code !== null) throw new Error(`cannot listen on port ${port} of ${host}: ${code}`);
  return port;
}

async function tryListenUntil(deadline, port, host, say) {
  for (let said = false; ; said = true) {
    const code = await tryListen(port, host);
    if (code !== 'EADDRINUSE' || performance.now() > deadline) return code;
    if (!said) say(`port ${port} is in use; waiting in case it is a start that is ending`);
    await sleep(RETRY_MS);
  }
}

function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** A free port on loopback for each name. Held open together, so that no two get the same. */
export async function findFreePorts(names) {
  const servers = await Promise.all(names.map(() => listenAnywhere()));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return Object.fromEntries(names.map((name, index) => [name, ports[index]]));
}

function listenAnywhere() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, LOOPBACK, () => resolve(server));
  });
}
