import type { TestDatabase } from '@chancery/shared/postgres/test-database';
import type { TrustAgreement } from '@chancery/shared/subjects/trust-agreement';
import type { TrustStore } from '@chancery/shared/subjects/trust-store';
import type { SubgraphName, WorldOptions } from './world.js';

/** What a test about failures sets otherwise. */
export interface MeshOptions extends WorldOptions {
  /** Addresses that the gateway is given in the place of a subgraph's own. */
  readonly addresses?: Partial<Record<SubgraphName, string>>;
  /** Stands between the gateway and a subgraph, whose address it is given; tells its own. */
  readonly between?: (name: SubgraphName, url: string) => Promise<string>;
  readonly deadlineMs?: number;
  /** Whether there is room on the disk. */
  readonly hasRoom?: () => boolean;
  /** Whom the gateway believes, in the place of the personas' own issuer. */
  readonly trust?: TrustStore;
  /** Changes the trust agreement of a persona. */
  readonly agreed?: (agreement: TrustAgreement) => TrustAgreement;
  /** Address of the notary, which is started over the ledger that is given. */
  readonly notary?: (ledger: TestDatabase) => Promise<string>;
  /** What the gateway writes for its operator. */
  readonly log?: (line: Readonly<Record<string, unknown>>) => void;
}

/** When and for what a call past the gateway is signed. */
export interface ContextOptions {
  readonly at?: number;
  readonly purpose?: string;
}
