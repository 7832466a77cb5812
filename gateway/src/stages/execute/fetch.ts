import { NEVER } from '@chancery/shared/calendar';
import type { Clock } from '@chancery/shared/clock';
import { ClientError } from '@chancery/shared/errors';
import type { Asking } from '../identify/identify.js';
import type { PreparedOperation } from '../plan/prepare-operation.js';
import type { ValidOperation } from '../read/validate.js';
import { CallCut, type Cut } from './cut.js';
import type { FailureNode, Fetched, SecondDecision } from './fetched.js';
import type { Mesh } from './mesh.js';

/** What subgraphs are asked with. */
export interface Fetching {
  readonly clock: Clock;
  /** How long the subgraphs may take together. */
  readonly deadlineMs: number;
  readonly execute: Mesh['execute'];
}

const NOTHING_FETCHED: Fetched = { data: {}, failures: null };

/** What two steps have fetched: they have no key in common. */
function together(first: Fetched, second: Fetched): Fetched {
  if (first === NOTHING_FETCHED) return second;
  const [data, failures] = [{ ...first.data, ...second.data }, joined(first.failures, second.failures)];
  const overrule: SecondDecision['overrule'] = (coordinate, handling) =>
    first.withheld?.overrule(coordinate, handling) ?? second.withheld?.overrule(coordinate, handling) ?? null;
  const heldUntil = Math.min(first.withheld?.heldUntil ?? NEVER, second.withheld?.heldUntil ?? NEVER);
  const absent: ReadonlySet<object> = new Set([...(first.absent ?? []), ...(second.absent ?? [])]);
  const shared = { has: (object: object) => first.shared?.has(object) || second.shared?.has(object) || false };
  // Only a query asks about records, and it has one step.
  const consulted = first.consulted ?? second.consulted;
  return {
    data,
    failures,
    absent,
    shared,
    withheld: { overrule, heldUntil },
    ...(consulted === undefined ? {} : { consulted }),
  };
}

function joined(first: FailureNode | null, second: FailureNode | null): FailureNode | null {
  if (first === null || second === null) return first ?? second;
  return { ...first, children: new Map([...first.children, ...second.children]) };
}

/** Asks the subgraphs. What has not come by the deadline is null with an error at its place. Throws CALLER_GONE. */
export async function fetchData(
  { steps }: Pick<PreparedOperation, 'steps'>,
  { variables }: Pick<ValidOperation, 'variables'>,
  asking: Asking,
  callerSignal: Cut,
  { clock, deadlineMs, execute }: Fetching,
  event: string | null = null,
): Promise<Fetched> {
  const deadline = asking.now + deadlineMs;
  const signal = new CallCut(callerSignal, Math.max(0, deadline - clock()));
  let fetched = NOTHING_FETCHED;
  try {
    for (const { plan, bind } of steps) {
      fetched = together(fetched, await execute(plan, bind(variables), asking, { signal, deadline }, event));
    }
  } finally {
    signal.end();
  }
  // An entry that says READ would tell of values that nobody got.
  if (callerSignal.aborted) throw new ClientError('CALLER_GONE', 'the connection was closed');
  return fetched;
}
