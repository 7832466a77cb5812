import { ClientError, InternalError } from '../../errors.js';
import { IN_MAX } from '../../schema/connection-args.js';
import type { ConnectionSpec } from './connection-spec.js';
import type { Column } from './declared-columns.js';
import type { SqlText } from './sql-text.js';
import { isStorable } from './storable.js';

const OPERATORS = ['eq', 'in', 'gte', 'lt', 'isNull'] as const;
type Operator = (typeof OPERATORS)[number];

/**
 * SQL of a filter; every condition sees a value that the viewer may not read as null. A condition or an operand that is null is one
 * that was left out, as forms send it: what has no value is asked for by `isNull`.
 */
export function filterSql(spec: ConnectionSpec<object>, filter: object | null | undefined, sql: SqlText): string[] {
  if (filter === null || filter === undefined) return [];
  return Object.entries(filter).flatMap(([field, condition]) =>
    typeof condition !== 'object' || condition === null
      ? []
      : conditionSql(spec.columnOf(field), field, condition, sql),
  );
}

/** SQL of a forward link: the row's own value must be readable, and be the id that the SQL text `id` stands for. */
export function linkSql(spec: ConnectionSpec<object>, field: string, id: string, sql: SqlText): string {
  const column = spec.columnOf(field);
  return masked(column, equal(column, `= ${id}`), sql);
}

function conditionSql(column: Column, field: string, condition: object, sql: SqlText): string[] {
  return Object.entries(condition).flatMap(([operator, operand]) => {
    if (operand === undefined || operand === null) return [];
    if (Array.isArray(operand) && operand.length > IN_MAX) {
      const message = `\`${operand.length}\` values to be in, and ${IN_MAX} at most`;
      throw new ClientError('INPUT_INVALID', message, `filter.${field}.${operator}`);
    }
    return [testSql(column, toOperator(operator), operand, sql)];
  });
}

function testSql(column: Column, operator: Operator, operand: unknown, sql: SqlText): string {
  const test = compare(column, operator, operand, sql);
  const mask = sql.mask(column.guard);
  if (operator === 'isNull' && operand === true && mask !== null) return `(not ${mask} or ${test})`;
  return masked(column, test, sql);
}

/** The same as a test of `case when mask then value end` wherever tests are only ANDed, and it lets an index serve. */
function masked(column: Column, test: string, sql: SqlText): string {
  const holds = column.elements === null ? test : `exists (select from ${column.elements} and ${test})`;
  const mask = sql.mask(column.guard);
  return mask === null ? `(${holds})` : `(${mask} and ${holds})`;
}

function compare(column: Column, operator: Operator, operand: unknown, sql: SqlText): string {
  switch (operator) {
    case 'eq':
      return isStorable(operand) ? equal(column, `= ${sql.value(operand, column.type)}`) : 'false';
    case 'in': {
      const operands = Array.isArray(operand) ? operand.filter(isStorable) : [];
      return equal(column, `= any(${sql.value(operands, `${column.type}[]`)})`);
    }
    case 'gte':
      return `${column.sql} >= ${sql.value(operand, column.type)}`;
    case 'lt':
      return `${column.sql} < ${sql.value(operand, column.type)}`;
    case 'isNull':
      return `${column.sql} is ${operand === true ? '' : 'not '}null`;
  }
}

/** A test of equality. Of a link it is the stored id as well, by which the rows are found before any other row is looked up. */
const equal = (column: Column, test: string): string =>
  column.stored === null ? `${column.sql} ${test}` : `(${column.stored} ${test} and ${column.sql} ${test})`;

function toOperator(name: string): Operator {
  const operator = OPERATORS.find((each) => each === name);
  if (operator === undefined) throw new InternalError('INTERNAL', `unknown operator \`${name}\``);
  return operator;
}
