import { readFileSync } from 'node:fs';
import { peopleOfState } from '@chancery/ledger/replay/people-of-state';
import { toldOfRecord } from '@chancery/ledger/touches/told-of-record';
import { systemClock } from '@chancery/shared/clock';
import { readEnvironment } from '@chancery/shared/environment';
import { tellHistory } from '@chancery/shared/history/history-teller';
import { HISTORY } from '@chancery/shared/history/history-wire';
import { createLog } from '@chancery/shared/log';
import { tellPeople } from '@chancery/shared/people/people-teller';
import { PEOPLE } from '@chancery/shared/people/people-wire';
import { openLoaderPool } from '@chancery/shared/subgraph/events/loader-pool';
import {
  type OpenLaw,
  runService,
  type ServiceEnvironment,
} from '@chancery/shared/subgraph/serving/service-environment';
import type { Resource } from '@chancery/shared/subgraph/serving/subgraph-options';
import { judgingBy } from './audit/judge-access.js';
import { LedgerProjection } from './audit/ledger-projection.js';
import { COMPLIANCE_VARIABLES } from './configuration.js';
import { DutyClock } from './duties/duty-clock.js';
import { HoldCarrier } from './holds/hold-carrier.js';
import { openLaw } from './law/open-law.js';
import { RequestClock } from './requests/request-clock.js';
import { compliance } from './service.js';

/** Connections by which gateways are told of who has asked: as many as one of them opens. */
const LEDGER_READERS = 2;
const SUPERGRAPH = new URL('../../../supergraph.graphql', import.meta.url);
const log = createLog((text) => process.stderr.write(text), systemClock);

/** By which login the ledger is read, where there is one to read. */
const ledgerToRead = (): string | undefined =>
  readEnvironment(COMPLIANCE_VARIABLES, process.env).CHANCERY_LEDGER_READER_URL;

/** The service, and beside it the clocks of what is owed and of what is asked for, and what follows from the ledger and is ordered of it, where there is one to read. */
async function start(environment: ServiceEnvironment) {
  const { loaderUrl } = environment;
  const ledgerUrl = ledgerToRead();
  const projection = ledgerUrl === undefined ? null : projectionOf(ledgerUrl, loaderUrl);
  const told = projection === null ? {} : { told: () => ({ auditLagMs: projection.lagMs }) };
  const service = await compliance.start({ ...environment, ...told });
  const timed = { loaderUrl, clock: systemClock, log };
  const clocks = [new DutyClock(timed), new RequestClock(timed)];
  const beside: AsyncDisposable[] = [
    ...clocks,
    ...(ledgerUrl === undefined ? [] : [new HoldCarrier({ loaderUrl, ledgerUrl, log })]),
  ];
  if (projection !== null) beside.push(projection);
  const close = async (): Promise<void> => {
    for (const each of beside) await each[Symbol.asyncDispose]();
    await service.close();
  };
  return { ...service, close };
}

function projectionOf(ledgerUrl: string, loaderUrl: string): LedgerProjection {
  const judging = judgingBy(() => readFileSync(SUPERGRAPH, 'utf8'));
  return new LedgerProjection({ ledgerUrl, loaderUrl, judging, clock: systemClock, log });
}

/** The law, and beside it who has asked and who was told of a record, where there is a ledger to read. */
const openAll: OpenLaw = async (party) => {
  const [law, ledgerUrl] = [await openLaw(party), ledgerToRead()];
  if (ledgerUrl === undefined) return law;
  const ledger = openLoaderPool({ loaderUrl: ledgerUrl, max: LEDGER_READERS, log, event: 'people' });
  const people = tellPeople((question) => peopleOfState(ledger, question), party.key);
  const history = tellHistory((question) => toldOfRecord(ledgerUrl, question), party.key);
  const resources = new Map<string, Resource>([
    ...(law.resources ?? []),
    [PEOPLE.path, people],
    [HISTORY.path, history],
  ]);
  const close = async (): Promise<void> => {
    await law[Symbol.asyncDispose]();
    await ledger.end();
  };
  return { ...law, resources, [Symbol.asyncDispose]: close };
};

await runService({ start, schema: compliance.schema }, { openLaw: openAll });
