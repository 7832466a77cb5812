import type { Citation, Decision } from '@chancery/policy/decision';
import type { PolicyEngine } from '@chancery/policy/engine';
import { bannerOf } from '@chancery/shared/clearance/banner';
import type { Clock } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { SnapshotSource } from '@chancery/shared/snapshot/snapshot-source';
import { type Decider, stricter } from '../authorize/decider.js';
import type { DecisionTables } from '../authorize/decision-tables.js';
import type { Fetched } from '../execute/fetched.js';
import type { HandlingRegistry } from '../execute/handling-registry.js';
import type { Asking } from '../identify/identify.js';
import type { PreparedOperation } from '../plan/prepare-operation.js';
import type { RequestBody } from '../read/choose-document.js';
import type { Validator, ValidOperation } from '../read/validate.js';
import { introspect } from '../rewrite/introspection.js';
import { withNamedArguments } from './name-arguments.js';
import { redact } from './redact.js';
import type { Redacted } from './redacted.js';
import type { SelectionMemory } from './selection-memory.js';
import { withConsulted } from './with-consulted.js';

/** What an answer is decided with. */
export interface Redacting {
  readonly clock: Clock;
  readonly snapshots: SnapshotSource;
  readonly policy: PolicyEngine;
  readonly tables: DecisionTables;
  readonly selections: SelectionMemory;
  readonly handlings: HandlingRegistry;
  readonly validator: Validator;
  /** The handling under the root types, where there is no row. */
  readonly floor: Handling;
  callerCitations(decision: Decision): readonly Citation[];
}

/** Decides each value of what was fetched. */
export function redactAnswer(
  { redaction, canonical }: PreparedOperation,
  { variables }: ValidOperation,
  fetched: Fetched,
  asking: Asking,
  { tellsBasis, onError }: Pick<RequestBody, 'tellsBasis' | 'onError'>,
  redacting: Redacting,
): Redacted {
  const { policy, handlings, floor, validator, callerCitations } = redacting;
  const answered = redact(redaction, fetched, {
    decider: deciderFor(asking, redacting),
    selections: redacting.selections,
    closed: (category) => policy.staticDenial(asking.profile, category),
    undecidable: policy.undecidable,
    floor,
    handlingOf: (subgraph, integer) => handlings.handlingOf(subgraph, integer),
    overrule: (coordinate, handling) => fetched.withheld?.overrule(coordinate, handling) ?? null,
    alarm: (message) => handlings.alarm(message),
    callerCitations,
    markFor: (value, exercise) => bannerOf([value], asking.profile.subject, exercise).text,
    closest: (category) => policy.closestPermits(asking.profile, category),
    tellsBasis,
    onError,
    asked: canonical.asked.of(variables),
    introspection:
      canonical.introspection === null ? {} : introspect(canonical.introspection, validator.schema, variables),
  });
  const redacted = withConsulted(answered, fetched.consulted);
  if (redacted.errors.length === 0) return redacted;
  return { ...redacted, errors: withNamedArguments(redacted.errors, canonical.root, validator.schema) };
}

/** Under the snapshot the request began with; and, when a newer one came meanwhile, under that as well. */
export function deciderFor({ profile, now, view }: Asking, { tables, policy, snapshots, clock }: Redacting): Decider {
  const under = (state: Asking['view']) => tables.tableFor(policy, profile, now, state).at(now);
  const begun = under(view);
  const latest = snapshots.view(clock());
  const same = latest.snapshot.digest === view.snapshot.digest && latest.stale === view.stale;
  return same ? begun : stricter(begun, under(latest));
}
