import type { Access } from '@chancery/ledger/entry';
import type { Receipt } from '@chancery/shared/brands';
import type { Command } from '../authorize/commands.js';
import type { ReadRequest } from '../read/read-operation.js';
import type { GatewayRequest } from '../receive/request.js';
import { entryOfReached } from './entry-of.js';
import { reachedBy } from './outcome.js';
import type { Recording } from './record.js';

/** Commands that are about to be run, and the rules that let them. */
export interface Attempt {
  readonly commands: readonly Command[];
  readonly rules: readonly string[];
  /** Coordinates of arguments and input fields that are given. */
  readonly asked: readonly string[];
}

/** Puts on the ledger what is about to be run, with every field that it sets. Throws when the ledger does not take it: nothing is run. */
export async function recordAttempt(
  { commands, rules, asked }: Attempt,
  read: ReadRequest,
  request: Pick<GatewayRequest, 'networkAddress'>,
  { ledger, versions, clock }: Recording,
): Promise<Receipt> {
  ledger.registerSnapshot(read.asking.view.snapshot);
  const reached = entryOfReached(reachedBy(read), request, versions, clock());
  const entry = { ...reached, kind: 'ATTEMPT', asked, access: accessOf(commands, rules) } as const;
  const { receipt } = await ledger.append(entry);
  return receipt;
}

/** Nothing is disclosed by an attempt: each coordinate is named as internal, as often as it is set. */
function accessOf(commands: readonly Command[], rules: readonly string[]): Access[] {
  const counts = new Map<string, number>();
  for (const { name, given } of commands) {
    for (const coordinate of [`Mutation.${name}`, ...given]) counts.set(coordinate, (counts.get(coordinate) ?? 0) + 1);
  }
  return Array.from(counts, ([coordinate, count]) => ({
    coordinate,
    handlingText: null,
    rank: 0,
    count,
    decision: 'I',
    rules,
    acts: [],
  }));
}
