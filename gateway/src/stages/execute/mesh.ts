import { randomUUID } from 'node:crypto';
import type { Sha256 } from '@chancery/shared/brands';
import type { Clock, Instant } from '@chancery/shared/clock';
import { InternalError } from '@chancery/shared/errors';
import { prepareContext, signContext } from '@chancery/shared/subjects/signed-context';
import type { Action } from '@chancery/shared/vocabulary';
import type { TypeLattice } from '../../schema/type-lattice.js';
import type { Asking } from '../identify/identify.js';
import type { QueryPlan } from '../plan/query-plan.js';
import { createSubgraphCaller } from './call-subgraph.js';
import { Consulted } from './consulted.js';
import type { Cut } from './cut.js';
import { executePlan } from './execute-plan.js';
import type { Fetched } from './fetched.js';
import type { HandlingRegistry } from './handling-registry.js';
import type { LocalSubgraph } from './local-subgraph.js';
import { openSubgraphTransport } from './subgraph-transport.js';
import { Withholdings } from './withholdings.js';

/** Where a subgraph listens, and the key of the contexts made for it. */
export interface SubgraphEndpoint {
  readonly url: string;
  readonly key: Uint8Array;
}

export interface MeshOptions {
  readonly endpoints: Readonly<Record<string, SubgraphEndpoint>>;
  /** The gateway's own subgraph, answered in process under this name. */
  readonly local: { readonly name: string; readonly answer: LocalSubgraph } | null;
  readonly handlings: HandlingRegistry;
  readonly types: TypeLattice;
  /** The subgraph that labels a type. */
  readonly ownerOf: (typeName: string) => string | null;
  readonly clock: Clock;
  readonly policy: Sha256;
  /** Digest of the schema that a subgraph was composed with. */
  readonly schemaOf: (subgraph: string) => Sha256;
  readonly unreachable: (subgraph: string, reason: unknown) => void;
}

/** How long a request waits for the subgraphs. */
export interface Wait {
  /** Aborted at the deadline, or when the caller goes away. */
  readonly signal: Cut;
  readonly deadline: Instant;
}

/** A subgraph whose clock runs a little ahead must not give up before the gateway has. */
export const GRACE_MS = 250;

/** The subgraphs as a plan is run against them, each call under a context signed for it alone. */
export interface Mesh {
  /** `event` is the record that a subscription is executed for. */
  execute(
    plan: QueryPlan,
    variables: Record<string, unknown>,
    asking: Asking,
    wait: Wait,
    event?: string | null,
  ): Promise<Fetched>;
  close(): Promise<void>;
}

export function openMesh(options: MeshOptions): Mesh {
  const { endpoints, local, handlings, types, ownerOf, clock, policy, schemaOf } = options;
  const addresses = Object.entries(endpoints).map(([name, { url }]): [string, string] => [name, url]);
  const transport = openSubgraphTransport(
    new Map([...addresses, ...(local === null ? [] : ([[local.name, `local:${local.name}`]] as const))]),
  );

  const callerFor = (asking: Asking, until: Instant, { withheld, consulted }: Noted, event: string | null) => {
    const { profile, now, trace, view, seen = [], sight = null } = asking;
    const deadline = until + GRACE_MS;
    const prepare = (action: Action) =>
      prepareContext({ profile, now, deadline, trace, policy, snapshot: view.snapshot, action });
    // Most requests only read; one that writes reads as well, what its payload leads to.
    const reading = prepare('read');
    return createSubgraphCaller({
      transport,
      signCall: ({ subgraph, action }, body) =>
        signContext(action === 'read' ? reading : prepare(action), {
          audience: subgraph,
          body,
          jti: randomUUID(),
          key: keyOf(endpoints, subgraph),
          schema: schemaOf(subgraph),
          at: clock(),
        }),
      learnHandlings: (subgraph, texts) => handlings.learn(subgraph, texts),
      noteWithheld: (subgraph, told) => withheld.take(subgraph, told),
      answerLocally: async (operation, variables) => local?.answer(asking, operation, { ...variables }, consulted),
      onUnreachable: options.unreachable,
      event,
      seen,
      sight,
    });
  };

  return {
    async execute(plan, variables, asking, { signal, deadline }, event = null) {
      const withheld = new Withholdings({ ownerOf, handlings, alarm: handlings.alarm });
      const consulted = new Consulted();
      const callSubgraph = callerFor(asking, deadline, { withheld, consulted }, event);
      const fetched = await executePlan(plan, { types, variables, callSubgraph, signal });
      return { withheld, ...(consulted.isEmpty ? {} : { consulted }), ...fetched };
    },
    close: () => transport.close(),
  };
}

/** What is noted beside what an execution fetches. */
interface Noted {
  readonly withheld: Withholdings;
  readonly consulted: Consulted;
}

function keyOf(endpoints: MeshOptions['endpoints'], subgraph: string): Uint8Array {
  const endpoint = endpoints[subgraph];
  if (!endpoint) throw new InternalError('SUBGRAPH_UNREACHABLE', `no key for subgraph ${subgraph}`);
  return endpoint.key;
}
