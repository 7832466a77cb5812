import { ClientError, InternalError } from '../../errors.js';
import { columnNameOf } from '../record/column-name.js';
import type { RecordDeclaration, ValueLine } from '../record/record.js';

/** Where a record can stand, and where it can go from there. */
export interface States {
  /** Field of the record that says where it stands. */
  readonly of: string;
  /** Where one that a command makes begins. */
  readonly first: string;
  /** By state, those that follow it; each word of the field stands here. */
  readonly moves: Readonly<Record<string, readonly string[]>>;
}

/** The states of a record, as its commands know them. */
export class StateMachine {
  readonly field: string;
  readonly column: string;
  readonly first: string;
  readonly line: ValueLine;
  readonly #moves: ReadonlyMap<string, readonly string[]>;

  constructor({ name, lines }: RecordDeclaration, { of, first, moves }: States) {
    const line = lines.find(({ property }) => property === of);
    const where = `\`${name}.${of}\``;
    const words = line?.what === 'value' && !line.kind.isList && !line.isNullable ? line.kind.words : null;
    if (line?.what !== 'value' || words === null) refuse(where, 'is no word that a record always has');
    this.#moves = new Map(Object.entries(moves));
    const named = [first, ...this.#moves.keys(), ...[...this.#moves.values()].flat()];
    const unknown = named.find((word) => !words.includes(word));
    if (unknown !== undefined) refuse(where, `has no word \`${unknown}\``);
    const left = words.find((word) => !this.#moves.has(word));
    if (left !== undefined) refuse(where, `is not said to lead anywhere, or nowhere, from \`${left}\``);
    this.field = of;
    this.column = columnNameOf(of);
    this.first = first;
    this.line = line;
  }

  /** Whether some state leads to this one. */
  isReached(state: string): boolean {
    return [...this.#moves.values()].some((next) => next.includes(state));
  }

  has(state: string): boolean {
    return this.#moves.has(state);
  }

  /** Throws TRANSITION_INVALID where no move leads from one to the other. */
  checkMove(from: string, to: string): void {
    if (this.#moves.get(from)?.includes(to) !== true) refuseTransition();
  }
}

/** Throws TRANSITION_INVALID where a record does not stand where a change of it wants it to. */
export function checkStands(state: string, states: readonly string[]): void {
  if (!states.includes(state)) refuseTransition();
}

function refuseTransition(): never {
  throw new ClientError('TRANSITION_INVALID', 'the record is not in a state that allows this', 'input.id');
}

function refuse(where: string, what: string): never {
  throw new InternalError('INTERNAL', `${where} ${what}`);
}
