import { join } from 'node:path';
import { keyFile } from './key-file.mjs';

/** The subgraphs. */
export const SUBGRAPHS = ['missions', 'incidents', 'intel', 'compliance'];

/** The databases that the processes need. */
export const DATABASES = [...SUBGRAPHS, 'ledger'].map((name) => `chancery_${name}`);

/**
 * What is fetched for an answer lives as long as its request: in so much room (ADR 0065) nearly all of it is gone before it would be
 * copied. The whole heap is marked when it has doubled, for the engine would mark it again and again; and not when nobody asks, for
 * that throws away what was compiled (ADR 0117).
 */
const HEAP = [
  '--min-semi-space-size=32',
  '--max-semi-space-size=64',
  '--heap-growing-percent=100',
  '--no-memory-reducer',
];

/** Makes for the next start what this one had not. */
export const PACKING = {
  name: 'packs',
  args: [join(import.meta.dirname, 'make-packs.mjs')],
  env: {},
  isQuiet: true,
};

/** Every process of a start without its variables: `entryOf` names the file that each begins with. */
export function programsOf({ isDemo, entryOf }) {
  return [
    { name: 'setup', args: [entryOf('setup')] },
    ...SUBGRAPHS.map((name) => ({ name, args: [entryOf(name)] })),
    // What is signed later is signed: nobody is refused for it.
    { name: 'notary', isDispensable: true, args: [entryOf('notary')] },
    {
      name: 'gateway',
      rereads: true,
      args: [...HEAP, entryOf('gateway'), ...(isDemo ? ['--demo'] : [])],
    },
  ];
}

/**
 * The same with their variables: what runs to its end first, then what serves, the gateway last. `ports` are those of the
 * subgraphs: known beforehand, so that the gateway can be loaded beside them.
 */
export function processesOf(programs, { data, host, port, ports, databases, notaryUrl, databaseFiles, isDemo }) {
  // Compliance tells facts and acts to all others, by a key that only they hold.
  const law = {
    CHANCERY_SNAPSHOT_URL: `http://127.0.0.1:${ports.compliance}/`,
    CHANCERY_SNAPSHOT_KEY_FILE: keyFile(data, 'snapshot'),
  };
  keyFile(data, 'pseudonym'); // read by the gateway
  const setup = {
    CHANCERY_SETUP: JSON.stringify({
      owners: Object.fromEntries(
        [...SUBGRAPHS, 'ledger'].map((name) => [name, databases[`chancery_${name}`].ownerUrl]),
      ),
      // What is made up belongs to a demonstration.
      exercise: isDemo,
    }),
  };
  const subgraph = (name) => ({
    CHANCERY_DATA: data,
    ...law,
    CHANCERY_CONTEXT_KEY_FILE: keyFile(data, name),
    CHANCERY_DATABASE_SERVICE_URL: databases[`chancery_${name}`].serviceUrl,
    CHANCERY_DATABASE_LOADER_URL: databases[`chancery_${name}`].loaderUrl,
    ...(name === 'compliance' ? { CHANCERY_MISSIONS_URL: `http://127.0.0.1:${ports.missions}/` } : {}),
    CHANCERY_PORT: String(ports[name]),
    // Whoever answers for what was disclosed reads the ledger, and writes nothing to it.
    ...(name === 'compliance' ? { CHANCERY_LEDGER_READER_URL: databases.chancery_ledger.loaderUrl } : {}),
  });
  const endpointOf = (name) => ({ url: `http://127.0.0.1:${ports[name]}/`, keyFile: keyFile(data, name) });
  const notary = {
    CHANCERY_LEDGER_NOTARY_URL: notaryUrl,
    CHANCERY_NOTARY_FOLDER: join(data, 'notary'),
    // Whoever tries it out redeems a receipt at once; where others are at work, how busy they are is told once an hour.
    ...(isDemo ? { CHANCERY_PUBLISH_EVERY_MS: '1000' } : {}),
    CHANCERY_PORT: String(ports.notary),
  };
  const gateway = {
    CHANCERY_DATA: data,
    ...law,
    // A demonstration takes no agreement but those with its own issuer.
    ...(isDemo ? {} : { CHANCERY_TRUST_FOLDER: join(data, 'trust') }),
    ...(databaseFiles === null ? {} : { CHANCERY_DATABASE_FILES: databaseFiles }),
    CHANCERY_LEDGER_SERVICE_URL: databases.chancery_ledger.serviceUrl,
    CHANCERY_NOTARY_URL: `http://127.0.0.1:${ports.notary}/`,
    CHANCERY_SUBGRAPHS: JSON.stringify(Object.fromEntries(SUBGRAPHS.map((name) => [name, endpointOf(name)]))),
    CHANCERY_HOST: host,
    CHANCERY_PORT: String(port),
  };
  const variables = { setup, notary, gateway, ...Object.fromEntries(SUBGRAPHS.map((name) => [name, subgraph(name)])) };
  const [first, ...servers] = programs.map((program) => ({ ...program, env: variables[program.name] }));
  return { tasks: [first], servers };
}
