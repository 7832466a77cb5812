import type { Access, EntryInput } from '@chancery/ledger/entry';
import { dueAt } from '@chancery/policy/decision';
import { type Sha256, sha256Of } from '@chancery/shared/brands';
import type { ErrorCode } from '@chancery/shared/errors';
import type { Label } from '@chancery/shared/labels/label';
import { type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { TextCache } from '../../memory/text-cache.js';
import type { RequestBody } from '../read/choose-document.js';
import type { GatewayRequest } from '../receive/request.js';
import type { Redacted, TallyItem } from '../redact/redacted.js';
import type { Answered, Outcome, Reached } from './outcome.js';

/** Versions that a decision can be replayed with. */
export interface Versions {
  readonly policy: Sha256;
  readonly schema: Sha256;
}

/** The ledger entry of an outcome. Personal particulars go to the sidecar; the leaf only commits to them. */
export function entryOf(
  outcome: Outcome,
  request: Pick<GatewayRequest, 'networkAddress'>,
  versions: Versions,
  now: number,
): EntryInput {
  const reached = outcome.kind === 'answered' ? { token: outcome.asking.token, ...outcome } : outcome.reached;
  const entry = entryOfReached(reached, request, versions, now);
  const isOutcome = reached.attempt !== null;
  // What commands ask by stands in the entry of their attempt, under the same trace.
  const particulars = isOutcome ? { ...entry.private, variables: null } : entry.private;
  const known = { ...entry, private: particulars };
  if (outcome.kind === 'refused') {
    return { ...known, kind: isOutcome ? 'OUTCOME' : 'REFUSED', failure: outcome.error.code };
  }
  const { redacted, asking } = outcome;
  return {
    ...known,
    kind: isOutcome ? 'OUTCOME' : disclosureOf(outcome),
    failure: isOutcome ? failureOf(redacted) : null,
    acts: redacted.acts,
    ...disclosed(redacted, asking.now),
  };
}

/** The code of the first command that failed. */
const failureOf = ({ errors }: Redacted): ErrorCode | null =>
  errors.find(({ path }) => path?.length === 1)?.extensions.code ?? null;

/** What an entry says of a request before it is known what it comes to. */
export function entryOfReached(
  { token, asking, body, operation }: Omit<Reached, 'attempt' | 'isExecuting'>,
  request: Pick<GatewayRequest, 'networkAddress'>,
  versions: Versions,
  now: number,
): EntryInput {
  return {
    kind: 'REFUSED',
    failure: null,
    subject: token?.subject ?? null,
    profile: asking?.profile ?? null,
    clipped: token?.clipped.map(({ claim }) => claim) ?? [],
    api: { operation: operation?.name?.value ?? null, doc: documentDigest(body), trace: asking?.trace ?? '' },
    stated: body?.listed?.basis ?? null,
    acts: [],
    now: asking?.now ?? now,
    ...versions,
    snapshot: asking?.view.snapshot ?? null,
    ...NOTHING_DISCLOSED,
    private: {
      address: request.networkAddress,
      variables: body === null || operation === null ? null : declaredVariables(body, operation),
      reason: asking?.reason ?? null,
    },
  };
}

/** Each event of a subscription is a disclosure of its own, and so is each page of an export. */
function disclosureOf({ operation, isExport }: Answered): 'READ' | 'EVENT' | 'EXPORT' {
  if (isExport) return 'EXPORT';
  return operation.operation === OperationTypeNode.SUBSCRIPTION ? 'EVENT' : 'READ';
}

const NOTHING_DISCLOSED = { access: [], asked: [], obligations: [], records: [] };

function disclosed(redacted: Redacted, now: number): Pick<EntryInput, 'access' | 'asked' | 'obligations' | 'records'> {
  return {
    access: redacted.tally.map(accessOf),
    asked: redacted.asked,
    obligations: redacted.obligations.map((obligation) => ({
      kind: obligation.kind,
      rule: obligation.rule,
      dueAt: dueAt(obligation, now),
    })),
    records: [...redacted.records],
  };
}

const accessOf = ({ coordinate, handling, label, count, letter, rules, acts }: TallyItem): Access => ({
  coordinate,
  handlingText: handling?.text ?? null,
  rank: label === null ? 0 : highestRank(label),
  count,
  decision: letter,
  rules,
  acts,
});

// Labels are interned.
const ranks = new WeakMap<Label, number>();

function highestRank(label: Label): number {
  let highest = ranks.get(label);
  if (highest === undefined) {
    highest = Math.max(0, ...label.ranks.values());
    ranks.set(label, highest);
  }
  return highest;
}

/** What the operation asks by. What it does not declare had no part in it, and nobody may fill the sidecar with it. */
function declaredVariables({ variables }: RequestBody, operation: OperationDefinitionNode): Record<string, unknown> {
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]),
  );
}

const digests = new TextCache<Sha256>();

const documentDigest = (body: RequestBody | null): Sha256 | null =>
  body === null ? null : digests.compute(body.text, () => sha256Of(body.text));
