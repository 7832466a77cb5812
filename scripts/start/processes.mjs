import { join } from 'node:path';
import { CHECKOUT } from '../run/checkout.mjs';
import { keyFile } from './key-file.mjs';

/** The subgraphs, in the order in which they are set up: the others need the links that missions publishes. */
export const SUBGRAPHS = ['missions', 'incidents', 'intel'];

/** The databases that the processes need. */
export const DATABASES = [...SUBGRAPHS, 'ledger'].map((name) => `chancery_${name}`);

/** Every process of a start as data: what runs to its end first, then what serves. Stages follow one another. */
export function processesOf({ data, port, databases, isDemo }) {
  const snapshotFile = join(data, 'snapshot.json');
  keyFile(data, 'pseudonym'); // read by the gateway
  const serviceEnv = (name) => ({
    CHANCERY_DATA: data,
    CHANCERY_SNAPSHOT_FILE: snapshotFile,
    CHANCERY_CONTEXT_KEY_FILE: keyFile(data, name),
    CHANCERY_DATABASE_SERVICE_URL: databases[`chancery_${name}`].serviceUrl,
    CHANCERY_DATABASE_LOADER_URL: databases[`chancery_${name}`].loaderUrl,
    CHANCERY_PORT: '0',
  });
  const setup = (name) => ({
    name,
    args: [join(CHECKOUT, 'services', name, 'dist/setup.js')],
    env: {
      ...serviceEnv(name),
      CHANCERY_DATABASE_OWNER_URL: databases[`chancery_${name}`].ownerUrl,
      CHANCERY_MISSIONS_OWNER_URL: databases.chancery_missions.ownerUrl,
    },
  });
  const subgraph = (name) => ({
    name,
    args: [join(CHECKOUT, 'services', name, 'dist/main.js')],
    env: serviceEnv(name),
  });
  const gateway = {
    name: 'gateway',
    args: [join(CHECKOUT, 'gateway/dist/main.js'), ...(isDemo ? ['--demo'] : [])],
    env: (urls) => ({
      CHANCERY_DATA: data,
      CHANCERY_SNAPSHOT_FILE: snapshotFile,
      // A demonstration takes no agreement but those with its own issuer.
      ...(isDemo ? {} : { CHANCERY_TRUST_FOLDER: join(data, 'trust') }),
      CHANCERY_LEDGER_SERVICE_URL: databases.chancery_ledger.serviceUrl,
      CHANCERY_SUBGRAPHS: JSON.stringify(
        Object.fromEntries(SUBGRAPHS.map((name) => [name, { url: urls[name], keyFile: keyFile(data, name) }])),
      ),
      CHANCERY_PORT: String(port),
    }),
  };
  const ledgerSetup = {
    name: 'ledger',
    args: [join(CHECKOUT, 'gateway/dist/setup.js')],
    env: { CHANCERY_LEDGER_OWNER_URL: databases.chancery_ledger.ownerUrl },
  };
  return {
    tasks: [
      [snapshotTask(snapshotFile), ledgerSetup, setup('missions')],
      [setup('incidents'), setup('intel')],
    ],
    servers: [SUBGRAPHS.map(subgraph), [gateway]],
  };
}

function snapshotTask(out) {
  const file = (...parts) => join(CHECKOUT, ...parts);
  return {
    name: 'snapshot',
    args: [
      file('packages/shared/dist/snapshot/seed-snapshot.js'),
      file('data/missions.csv'),
      file('data/law/acts.json'),
      out,
    ],
    env: {},
  };
}
