import { createEntropy } from '@chancery/ledger/entropy';
import { callerCitations } from '@chancery/policy/caller-citations';
import { grantCommand } from '@chancery/policy/writes/check-command';
import { ConfigurationError } from '@chancery/shared/errors';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { DateTime, LocalDate, StateCode } from '@chancery/shared/schema/scalars';
import { REQUEST_MAX_MS } from '@chancery/shared/subjects/context-claims';
import { VerifiedTokens } from '@chancery/shared/subjects/verified-tokens';
import { createConsultations } from '../consult/consultations.js';
import { createLookBefore } from '../consult/look-before.js';
import type { Gateway } from '../handle-request.js';
import { loadSupergraph } from '../schema/load-supergraph.js';
import type { Supergraph } from '../schema/supergraph.js';
import { Admission } from '../stages/admit/admission.js';
import { OnceASecond } from '../stages/admit/once-a-second.js';
import { CategoryCloser } from '../stages/authorize/closed-categories.js';
import { DecisionTables } from '../stages/authorize/decision-tables.js';
import type { Consultations } from '../stages/execute/consulted.js';
import { HandlingRegistry } from '../stages/execute/handling-registry.js';
import { createLocalSubgraph } from '../stages/execute/local-subgraph.js';
import { GRACE_MS, type Mesh, openMesh } from '../stages/execute/mesh.js';
import { ADMISSION, DEADLINE_MS } from '../stages/limit/limits.js';
import { createPlanner } from '../stages/plan/planner.js';
import { OperationPreparer } from '../stages/plan/prepare-operation.js';
import { Validator } from '../stages/read/validate.js';
import { SelectionMemory } from '../stages/redact/selection-memory.js';
import type { GatewayOptions } from './gateway-options.js';

/** Scalars that are read as strictly here as in the services. */
export const SCALARS = [DateTime, LocalDate, StateCode];
/** Of a trace id (W3C Trace Context section 3.2.2.3). */
const TRACE_BYTES = 16;
const FLOOR = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.root';

/** What the verbs work with, beside the schema and the services that it stands on. */
export interface MadeGateway {
  readonly gateway: Gateway;
  readonly supergraph: Supergraph;
  readonly mesh: Mesh;
}

/** Makes all that a request is answered with; nothing is listened to yet. */
export function makeGateway(options: GatewayOptions): MadeGateway {
  const { clock, trust, snapshots, policy, ledger, log } = options;
  const { readSupergraph = loadSupergraph, grant = grantCommand, deadlineMs = DEADLINE_MS } = options;
  if (deadlineMs + GRACE_MS > REQUEST_MAX_MS) {
    throw new ConfigurationError(`a deadline of ${deadlineMs} ms is longer than a signed call may last`);
  }
  const supergraph = readSupergraph(options.supergraphSdl, SCALARS);
  const handlings = new HandlingRegistry((message) => log({ event: 'alarm', message }));
  const entropy = createEntropy();
  // What is asked about records is a query of the gateway's own, to the mesh that it is part of.
  const consultations = createConsultations(() => ({ ...gateway, supergraph, trust }), {
    notaryUrl: options.notaryUrl ?? null,
    people: options.people ?? null,
    history: options.history ?? null,
  });
  const mesh = meshOf(options, supergraph, handlings, consultations);
  const gateway: Gateway = {
    clock,
    tokens: new VerifiedTokens(trust),
    snapshots,
    policy,
    versions: { policy: policy.version, schema: supergraph.digest },
    validator: new Validator(supergraph.consumerSchema),
    closer: new CategoryCloser(
      policy,
      supergraph.policies.flatMap(({ category }) => category ?? []),
    ),
    preparer: new OperationPreparer(supergraph, createPlanner(supergraph.sdl)),
    tables: new DecisionTables(),
    selections: new SelectionMemory(),
    handlings,
    floor: parseHandling(FLOOR),
    ledger,
    strangers: new OnceASecond(),
    admission: new Admission({
      limits: { ...ADMISSION, ...options.admission },
      ledger,
      now: () => performance.now(),
    }),
    shed: new OnceASecond(),
    deadlineMs,
    log,
    callerCitations,
    granting: { policy, inputs: supergraph.inputs, grant, callerCitations },
    lookBefore: createLookBefore(() => ({ ...gateway, supergraph })),
    newTrace: () => entropy(TRACE_BYTES).toString('hex'),
    execute: mesh.execute,
  };
  return { gateway, supergraph, mesh };
}

/** The services, and the gateway's own part of the schema beside them. */
function meshOf(
  { subgraphs, gatewaySdl, clock, policy, log }: GatewayOptions,
  { types, ownerOf, schemaOf }: Supergraph,
  handlings: HandlingRegistry,
  consultations: Consultations,
): Mesh {
  const unreachable = new OnceASecond();
  return openMesh({
    endpoints: subgraphs,
    local: gatewaySdl === null ? null : { name: 'gateway', answer: createLocalSubgraph(gatewaySdl, consultations) },
    handlings,
    types,
    ownerOf,
    clock,
    policy: policy.version,
    schemaOf,
    unreachable: (subgraph, reason) => {
      const event = { event: 'subgraph unreachable', subgraph, reason: String(reason) };
      if (unreachable.admit(`${subgraph} ${reason instanceof Error ? reason.name : ''}`, clock())) log(event);
    },
  });
}
