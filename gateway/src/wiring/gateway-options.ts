import type { LedgerWriter } from '@chancery/ledger/ledger-writer';
import type { PolicyEngine } from '@chancery/policy/engine';
import type { Clock } from '@chancery/shared/clock';
import type { AskHistory } from '@chancery/shared/history/ask-history';
import type { Log } from '@chancery/shared/log';
import type { AskPeople } from '@chancery/shared/people/ask-people';
import type { SnapshotSource } from '@chancery/shared/snapshot/snapshot-source';
import type { TrustStore } from '@chancery/shared/subjects/trust-store';
import type { GraphQLSchema } from 'graphql';
import type { loadSupergraph } from '../schema/load-supergraph.js';
import type { Granting } from '../stages/authorize/require-grants.js';
import type { SubgraphEndpoint } from '../stages/execute/mesh.js';
import type { ADMISSION } from '../stages/limit/limits.js';
import type { DrainTimes } from '../stages/receive/drain.js';
import type { Route } from '../stages/receive/http-server.js';

/** What a gateway is started with. */
export interface GatewayOptions {
  readonly host: string;
  readonly port: number;
  /** The composed SDL, and the gateway's own part of it, where it has one. */
  readonly supergraphSdl: string;
  readonly gatewaySdl: string | null;
  /** How the SDL is read; left out, nothing is served that no rule is written for. */
  readonly readSupergraph?: typeof loadSupergraph;
  readonly subgraphs: Readonly<Record<string, SubgraphEndpoint>>;
  readonly trust: TrustStore;
  readonly snapshots: SnapshotSource;
  readonly policy: PolicyEngine;
  /** What lets commands be run; left out, the table of the policy. */
  readonly grant?: Granting['grant'];
  readonly ledger: LedgerWriter;
  /** Whether there is room on the disk; the ledger is given the same. */
  readonly hasRoom?: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Address under which callers reach it, where that is another than its own. */
  readonly publicUrl?: string;
  readonly deadlineMs?: number;
  readonly drain?: DrainTimes;
  readonly subscriptions?: Partial<Record<'subjectMax' | 'agencyMax' | 'allMax', number>>;
  readonly admission?: Partial<Record<keyof typeof ADMISSION, number>>;
  /** Address of the notary; left out, nothing is served that it signs. */
  readonly notaryUrl?: string;
  /** Who tells which people of a State have asked; left out, nobody is told who sees a value. */
  readonly people?: AskPeople;
  /** Who tells which entries read a record; left out, nobody is told the history of one. */
  readonly history?: AskHistory;
  /** Further resources, by method and path, over what callers see of the schema. */
  readonly routes?: (schema: GraphQLSchema) => ReadonlyMap<string, Route>;
}
