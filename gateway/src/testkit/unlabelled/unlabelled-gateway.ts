import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPolicyEngine } from '@chancery/policy/engine';
import { systemClock } from '@chancery/shared/clock';
import { ConfigurationError } from '@chancery/shared/errors';
import type { Log } from '@chancery/shared/log';
import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { openDevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { createTrustStore } from '@chancery/shared/subjects/trust-store';
import { parse } from 'graphql';
import { joinedGraphs } from '../../schema/join-directives.js';
import type { SubgraphEndpoint } from '../../stages/execute/mesh.js';
import { startGateway } from '../../wiring/start-gateway.js';
import { openMemoryLedger } from './memory-ledger.js';
import { type Front, startFront } from './tokenless-front.js';
import { loadUnlabelledSupergraph } from './unlabelled-supergraph.js';

export interface UnlabelledOptions {
  /** Composed by anyone; each subgraph is asked at the address that `join__Graph` gives. */
  readonly supergraphSdl: string;
  /** 0 takes a free one. Loopback alone. */
  readonly port: number;
  readonly log?: Log;
}

const ASKER = { persona: 'ury.observer', purpose: 'TRAINING' };
const MANY_AT_ONCE = { subjectMax: 1_000, agencyMax: 1_000, allMax: 1_000 };

/**
 * The gateway of production before somebody else's subgraphs, where nothing is labelled and nobody needs a token: what
 * federation it serves can then be told apart from what it lets whom see. It exists in tests alone: no entry point of a
 * process in production leads here (a test says so).
 */
export async function startUnlabelledGateway({
  supergraphSdl,
  port,
  log = () => {},
}: UnlabelledOptions): Promise<Front> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-unlabelled-'));
  const issuer = openDevelopmentIssuer(folder);
  rmSync(folder, { recursive: true });
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    supergraphSdl,
    gatewaySdl: null,
    readSupergraph: loadUnlabelledSupergraph,
    subgraphs: endpointsOf(supergraphSdl),
    trust: createTrustStore(issuer.agreements),
    snapshots: holdSnapshot(sealSnapshot({ number: 1, facts: [], acts: [] })),
    policy: createPolicyEngine(),
    grant: () => ({ accepted: true, rules: [] }),
    ledger: openMemoryLedger(),
    clock: systemClock,
    log,
    admission: MANY_AT_ONCE,
    drain: { leastMs: 0, mostMs: 1_000 },
  });
  const front = await startFront({
    port,
    behind: gateway.url,
    headers: () => ({
      authorization: `Bearer ${issuer.mint(ASKER.persona, { now: systemClock() })}`,
      'chancery-purpose': ASKER.purpose,
    }),
  });
  return {
    url: front.url,
    close: async () => {
      await front.close();
      await gateway.close();
    },
  };
}

function endpointsOf(supergraphSdl: string): Readonly<Record<string, SubgraphEndpoint>> {
  const graphs = [...joinedGraphs(parse(supergraphSdl, { noLocation: true })).values()];
  return Object.fromEntries(
    graphs.map(({ name, url }) => {
      if (url === null || !URL.canParse(url)) throw new ConfigurationError(`subgraph \`${name}\` has no address`);
      return [name, { url, key: randomBytes(32) }];
    }),
  );
}
