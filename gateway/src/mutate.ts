import type { Receipt } from '@chancery/shared/brands';
import { InternalError } from '@chancery/shared/errors';
import type { LookBefore } from './consult/look-before.js';
import { prepare, type Querying } from './query.js';
import { type Command, commandsOf } from './stages/authorize/commands.js';
import { type Granting, requireGrants } from './stages/authorize/require-grants.js';
import { fetchData } from './stages/execute/fetch.js';
import type { PreparedOperation } from './stages/plan/prepare-operation.js';
import type { ReadRequest } from './stages/read/read-operation.js';
import type { GatewayRequest } from './stages/receive/request.js';
import { recordAttempt } from './stages/record/attempt.js';
import { executing, reachedBy, stepFrom } from './stages/record/outcome.js';
import type { Recording } from './stages/record/record.js';
import { withOwedBySetting } from './stages/redact/owed-by-setting.js';
import { deciderFor, redactAnswer } from './stages/redact/redact-answer.js';
import type { Redacted } from './stages/redact/redacted.js';
import { withConsulted } from './stages/redact/with-consulted.js';

/** What commands are run with. */
export interface Mutating extends Querying, Recording {
  readonly granting: Granting;
  readonly lookBefore: LookBefore;
}

/** What commands came to, and the entry that stood on the ledger before they were run. */
export interface Mutated {
  readonly redacted: Redacted;
  readonly attempt: Receipt;
}

/** Whoever hangs up does not stop what has begun: its outcome is on the ledger, and found again by its key. */
const NOBODY_LEAVES = new AbortController().signal;

/**
 * Runs commands: a query with an attempt before it and an outcome after it. Nothing is asked of a service before the ledger
 * says that it will be; the caller records what it came to before it tells it.
 */
export async function mutate(
  read: ReadRequest,
  request: Pick<GatewayRequest, 'networkAddress'>,
  gateway: Mutating,
): Promise<Mutated> {
  const commands = commandsOf(read.valid, gateway.validator.schema);
  const rules = requireGrants(commands, read.asking.profile, gateway.granting);
  const prepared = prepare(read, gateway);
  const asked = prepared.canonical.asked.of(read.valid.variables);
  const attempt = await stepFrom(reachedBy(read), () =>
    recordAttempt({ commands, rules, asked }, read, request, gateway),
  );
  return stepFrom({ ...executing(read), attempt }, async () => {
    const { records, consulted } = await gateway.lookBefore(commands, read.asking);
    const seeing = { ...read, asking: { ...read.asking, seen: records } };
    const redacted = await run(prepared, commands, seeing, gateway).catch(unknownOutcome);
    return { attempt, redacted: withConsulted(redacted, consulted) };
  });
}

/** Runs what is planned, and decides what came, and what was set. */
async function run(
  prepared: PreparedOperation,
  commands: readonly Command[],
  { asking, body, valid }: ReadRequest,
  gateway: Mutating,
): Promise<Redacted> {
  const fetched = await fetchData(prepared, valid, asking, NOBODY_LEAVES, gateway);
  const redacted = redactAnswer(prepared, valid, fetched, asking, body, gateway);
  return withOwedBySetting(redacted, {
    supergraph: gateway.preparer.supergraph,
    decider: deciderFor(asking, gateway),
    commands,
    roots: prepared.canonical.root.fields.filter(({ source }) => source === 'data'),
    data: fetched.data,
    handlingOf: (subgraph, integer) => gateway.handlings.handlingOf(subgraph, integer),
  });
}

/** What fails from here on fails after a command may have been run. */
function unknownOutcome(cause: unknown): never {
  throw new InternalError('OUTCOME_UNKNOWN', 'a failure after the attempt', { cause });
}
