import { ClientError, InternalError } from '../../errors.js';
import { COMBINED, FILTER_LEVELS_MAX, FILTER_TESTS_MAX, isCombined } from '../../schema/combined-filter.js';
import { IN_MAX } from '../../schema/connection-args.js';
import type { Coordinate } from '../../vocabulary.js';
import { leadsToSql, linkTestSql, readOperand, testSql } from './condition-sql.js';
import type { ConnectionSpec } from './connection-spec.js';
import { placeSql, readPlaceTest } from './geo-sql.js';
import type { SqlText } from './sql-text.js';

/**
 * SQL of a filter; every condition sees a value that the viewer may not read as null. A condition or an operand that is null is one
 * that was left out, as forms send it: what has no value is asked for by `isNull`.
 */
export function filterSql(spec: ConnectionSpec<object>, filter: object | null | undefined, sql: SqlText): string[] {
  return filter === null || filter === undefined ? [] : new FilterWriter(spec, sql).write(filter, true, 'filter', 1);
}

/** SQL of a filter that no caller wrote, and whose lists are as long as they are. */
export function fixedSql(spec: ConnectionSpec<object>, filter: object | null, sql: SqlText): string[] {
  return filter === null ? [] : new FilterWriter(spec, sql, false).write(filter, true, 'filter', 1);
}

/** What must be readable on a row for a filter to let it through; of alternatives and denials nothing is said. */
export function readOf(spec: ConnectionSpec<object>, filter: object | null, holds = true): Coordinate[] {
  return Object.entries(filter ?? {}).flatMap(([name, part]: [string, unknown]) => {
    if (typeof part !== 'object' || part === null || name === 'or') return [];
    // Of a denial of one test its value must be read, too; of several, of one of them.
    if (name === 'not') return testsIn(part) === 1 ? readOf(spec, part, !holds) : [];
    if (name === 'and') return Array.isArray(part) ? part.flatMap((each: object) => readOf(spec, each)) : [];
    return wantsValue(part, holds) ? [(spec.placeOf(name) ?? spec.columnOf(name)).guard] : [];
  });
}

/** How many tests a filter has; one that combines filters counts as several. */
const testsIn = (filter: object): number =>
  Object.entries(filter)
    .filter(([, part]) => typeof part === 'object' && part !== null)
    .map(([name, part]: [string, object]) =>
      isCombined(name) ? 2 : Object.values(part).filter((operand) => operand !== undefined && operand !== null).length,
    )
    .reduce((sum, count) => sum + count, 0);

/** A test that a service writes and no caller can: that a link leads to a row of another connection, which passes a filter of its own. */
export class LeadsTo {
  constructor(
    readonly spec: ConnectionSpec<object>,
    readonly filter: object,
  ) {}
}

/** Whether a filter has alternatives or denials, which no index serves. */
export const isWide = (filter: object | null): boolean =>
  Object.entries(filter ?? {}).some(([name, part]) => part !== undefined && part !== null && isCombined(name));

/** Whether a condition holds, or certainly does not, for values alone: that there is none is said of what may not be read, too. */
const wantsValue = (condition: object, holds: boolean): boolean =>
  Object.entries(condition).some(
    ([operator, operand]) => operand !== undefined && operand !== null && !(operator === 'isNull' && operand === holds),
  );

/** SQL of a forward link: the row's own value must be readable, and be the id that the SQL text `id` stands for. */
export function linkSql(spec: ConnectionSpec<object>, field: string, id: string, sql: SqlText): string {
  return linkTestSql(spec.columnOf(field), id, sql);
}

/**
 * Writes a filter as tests that hold, or that certainly do not: a test of what has no value, or none that this viewer may read, is
 * neither, so that denying it finds no row either. `not` never stands before more than one test, where SQL would have to be trusted
 * with masks that are not null but false.
 */
class FilterWriter {
  #tests = 0;

  constructor(
    readonly spec: ConnectionSpec<object>,
    readonly sql: SqlText,
    readonly isBounded = true,
  ) {}

  /** All tests of a filter, each by itself; of one that must not hold, those of which one must not. */
  write(filter: object, holds: boolean, path: string, level: number): string[] {
    if (level > FILTER_LEVELS_MAX) refuse(`a filter deeper than ${FILTER_LEVELS_MAX} levels`, path);
    return Object.entries(filter).flatMap(([name, part]: [string, unknown]) => {
      if (typeof part !== 'object' || part === null) return [];
      const at = `${path}.${name}`;
      if (part instanceof LeadsTo) return [this.#leadsTo(name, part, holds, at, level)];
      return isCombined(name) ? [this.#combined(name, part, holds, at, level)] : this.#condition(name, part, holds, at);
    });
  }

  #combined(name: (typeof COMBINED)[number], part: object, holds: boolean, path: string, level: number): string {
    if (name === 'not') return this.#nested(part, !holds, path, level);
    const parts = Array.isArray(part) ? part : [part];
    const nested = parts.map((each: object, index) => this.#nested(each, holds, `${path}.${index}`, level));
    return (name === 'and') === holds ? all(nested) : any(nested);
  }

  #nested(filter: object, holds: boolean, path: string, level: number): string {
    this.#count(path);
    const tests = this.write(filter, holds, path, level + 1);
    return holds ? all(tests) : any(tests);
  }

  /** Rows of the other table are masked by their own handlings, whatever those of this one are. */
  #leadsTo(field: string, { spec, filter }: LeadsTo, holds: boolean, path: string, level: number): string {
    if (!holds) throw new InternalError('INTERNAL', `\`${path}\` is denied, which tells of rows that are hidden`);
    this.#count(path);
    const others = new FilterWriter(spec, this.sql.ofOthers(), this.isBounded);
    const tests = all(others.write(filter, true, path, level + 1));
    return leadsToSql(this.spec.columnOf(field), `select t.id from ${spec.table} t where ${tests}`, this.sql);
  }

  #condition(field: string, condition: object, holds: boolean, path: string): string[] {
    const place = this.spec.placeOf(field);
    const testOf = (operator: string, operand: unknown, at: string): string =>
      place === undefined
        ? testSql(this.spec.columnOf(field), this.#operandOf(operator, operand, at), holds, this.sql)
        : placeSql(place, readPlaceTest(operator, operand, at), holds, this.sql);
    return Object.entries(condition).flatMap(([operator, operand]: [string, unknown]) => {
      if (operand === undefined || operand === null) return [];
      const at = `${path}.${operator}`;
      this.#count(at);
      return [testOf(operator, operand, at)];
    });
  }

  #operandOf(operator: string, operand: unknown, path: string): ReturnType<typeof readOperand> {
    return readOperand(operator, operand, path, this.isBounded ? IN_MAX : Number.POSITIVE_INFINITY);
  }

  #count(path: string): void {
    this.#tests += 1;
    if (this.#tests > FILTER_TESTS_MAX) refuse(`more than ${FILTER_TESTS_MAX} tests in a filter`, path);
  }
}

function refuse(message: string, path: string): never {
  throw new ClientError('INPUT_INVALID', message, path);
}

const all = (tests: readonly string[]): string => (tests.length === 0 ? 'true' : `(${tests.join(' and ')})`);
const any = (tests: readonly string[]): string => (tests.length === 0 ? 'false' : `(${tests.join(' or ')})`);
