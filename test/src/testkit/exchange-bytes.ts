import { connect } from 'node:net';

/** How a client ends its side. */
export type Ending = 'close' | 'half-close' | 'reset';

/**
 * Sends bytes as they are and gives all that comes back, until the server closes or is silent for so long. What does not ask for the end
 * of its connection keeps it.
 */
export function exchangeBytes(url: string, bytes: Buffer, ending: Ending, silentMs = 400): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    const over = (): void => {
      socket.destroy();
      resolve(Buffer.concat(chunks).toString('latin1'));
    };
    socket.setTimeout(silentMs, over);
    socket.on('data', (chunk) => chunks.push(chunk));
    // A server may reset who breaks the protocol; what it has said until then is what counts.
    socket.once('error', over);
    socket.once('close', over);
    socket.write(bytes, () => {
      if (ending === 'reset') socket.resetAndDestroy();
      if (ending === 'half-close') socket.end();
    });
  });
}

/** Statuses of the responses in what came back over one connection. */
export const statusesIn = (text: string): number[] =>
  [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
