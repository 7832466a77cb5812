import type { LedgerWriter } from '@chancery/ledger/ledger-writer';
import type { Citation, Decision } from '@chancery/policy/decision';
import type { PolicyEngine } from '@chancery/policy/engine';
import type { Clock } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { Log } from '@chancery/shared/log';
import type { SnapshotSource } from '@chancery/shared/snapshot/snapshot-source';
import type { TrustStore } from '@chancery/shared/subjects/trust-store';
import type { Supergraph } from '../schema/supergraph.js';
import type { Admission } from '../stages/admit/admission.js';
import type { OnceASecond } from '../stages/admit/once-a-second.js';
import type { CategoryCloser } from '../stages/authorize/closed-categories.js';
import type { DecisionTables } from '../stages/authorize/decision-tables.js';
import type { Fetched } from '../stages/execute/fetched.js';
import type { HandlingRegistry } from '../stages/execute/handling-registry.js';
import type { Wait } from '../stages/execute/mesh.js';
import type { Asking } from '../stages/identify/authenticate.js';
import type { OperationPreparer } from '../stages/plan/prepare-operation.js';
import type { QueryPlan } from '../stages/plan/query-plan.js';
import type { Validator } from '../stages/read/validate.js';

/** What the verbs work with; made once at start. */
export interface Gateway {
  readonly clock: Clock;
  readonly trust: TrustStore;
  readonly snapshots: SnapshotSource;
  readonly policy: PolicyEngine;
  readonly supergraph: Supergraph;
  readonly validator: Validator;
  readonly closer: CategoryCloser;
  readonly preparer: OperationPreparer;
  readonly tables: DecisionTables;
  readonly handlings: HandlingRegistry;
  /** The handling under the root types, where there is no row. */
  readonly floor: Handling;
  readonly ledger: LedgerWriter;
  /** Refusals of those whose token was not believed, by code: nothing was disclosed to them, and they need no token to be recorded. */
  readonly strangers: OnceASecond;
  readonly admission: Admission;
  /** Refusals that come by the thousand: of requests that were not admitted, by code and agency. */
  readonly shed: OnceASecond;
  /** How long the subgraphs may take together. */
  readonly deadlineMs: number;
  readonly log: Log;
  callerCitations(decision: Decision): readonly Citation[];
  newTrace(): string;
  execute(plan: QueryPlan, variables: Record<string, unknown>, asking: Asking, wait: Wait): Promise<Fetched>;
}
