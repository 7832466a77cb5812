/** `node test/federation/serve.mjs --supergraph FILE --port N`: the gateway before any supergraph, unlabelled and without tokens. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startUnlabelledGateway } from '@chancery/gateway/testkit/unlabelled-gateway';

const { values } = parseArgs({
  options: { supergraph: { type: 'string' }, port: { type: 'string', default: '4000' } },
});
if (!values.supergraph || !/^\d{1,5}$/.test(values.port)) {
  process.stderr.write('usage: node test/federation/serve.mjs --supergraph FILE --port N\n');
  process.exit(2);
}
const gateway = await startUnlabelledGateway({
  supergraphSdl: readFileSync(values.supergraph, 'utf8'),
  port: Number(values.port),
  log: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
});
process.stdout.write(`${JSON.stringify({ ready: { url: gateway.url } })}\n`);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void gateway.close().then(() => process.exit(0)));
