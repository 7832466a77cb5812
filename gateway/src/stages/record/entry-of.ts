import type { Access, EntryInput } from '@chancery/ledger/entry';
import { dueAt } from '@chancery/policy/decision';
import { type Sha256, sha256Of } from '@chancery/shared/brands';
import type { Label } from '@chancery/shared/labels/label';
import type { OperationDefinitionNode } from 'graphql';
import type { RequestBody } from '../read/choose-document.js';
import type { GatewayRequest } from '../receive/request.js';
import type { Redacted, TallyItem } from '../redact/redacted.js';
import { type Outcome, tokenOf } from './outcome.js';

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
  const { asking, body, operation } = outcome.kind === 'answered' ? outcome : outcome.reached;
  const token = tokenOf(outcome);
  return {
    kind: outcome.kind === 'answered' ? 'READ' : 'REFUSED',
    failure: outcome.kind === 'answered' ? null : outcome.error.code,
    subject: token?.subject ?? null,
    profile: asking?.profile ?? null,
    clipped: token?.clipped.map(({ claim }) => claim) ?? [],
    api: { operation: operation?.name?.value ?? null, doc: documentDigest(body), trace: asking?.trace ?? '' },
    stated: body?.listed?.basis ?? null,
    acts: outcome.kind === 'answered' ? outcome.redacted.acts : [],
    now: asking?.now ?? now,
    ...versions,
    snapshot: asking?.view.snapshot ?? null,
    ...(outcome.kind === 'answered' ? disclosed(outcome.redacted, outcome.asking.now) : NOTHING_DISCLOSED),
    private: {
      address: request.networkAddress,
      variables: body === null || operation === null ? null : declaredVariables(body, operation),
      reason: asking?.reason ?? null,
    },
  };
}

const NOTHING_DISCLOSED = { access: [], obligations: [], records: [] };

function disclosed(redacted: Redacted, now: number): Pick<EntryInput, 'access' | 'obligations' | 'records'> {
  return {
    access: redacted.tally.map(accessOf),
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

const highestRank = (label: Label): number => Math.max(0, ...label.ranks.values());

/** What the operation asks by. What it does not declare had no part in it, and nobody may fill the sidecar with it. */
function declaredVariables({ variables }: RequestBody, operation: OperationDefinitionNode): Record<string, unknown> {
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]),
  );
}

const documentDigest = (body: RequestBody | null): Sha256 | null => (body === null ? null : sha256Of(body.text));
