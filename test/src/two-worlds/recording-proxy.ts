import { createServer, request } from 'node:http';

/** Stands before a subgraph and writes down what it is asked for. */
export interface RecordingProxy {
  readonly url: string;
  /** What was asked since the last time: each the operation and its number of representations. */
  taken(): readonly string[];
  close(): Promise<void>;
}

export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  let calls: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const body = Buffer.concat(parts);
      // The feed of events is followed for all subscribers alike, and asks for nobody.
      if (incoming.method === 'POST' && incoming.url === '/') calls.push(describeCall(body));
      const { method, headers } = incoming;
      const onward = request(new URL(incoming.url ?? '/', target), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    taken() {
      // Calls of one step go out together; which arrives first is nobody's doing.
      const taken = calls.toSorted();
      calls = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function describeCall(body: Buffer): string {
  const { query, variables } = JSON.parse(body.toString('utf8')) as {
    query: string;
    variables?: Record<string, unknown>;
  };
  const sizes = Object.entries(variables ?? {}).map(([name, value]) =>
    Array.isArray(value) ? `${name}*${value.length}` : name,
  );
  return [query, ...sizes].join(' ');
}
