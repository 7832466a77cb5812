import { ClientError, InternalError } from '../../errors.js';
import type { Column } from './declared-columns.js';
import type { SqlText } from './sql-text.js';
import { isStorable } from './storable.js';

const COMPARED = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
const OPERATORS = ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'isNull'] as const;
type Operator = (typeof OPERATORS)[number];

/** One test of a value, with what it is tested against. */
interface Test {
  readonly operator: Operator;
  readonly operand: unknown;
}

/** A test as the caller asked for it at a path of the arguments. */
export function readOperand(name: string, operand: unknown, path: string, most: number): Test {
  const operator = OPERATORS.find((each) => each === name);
  if (operator === undefined) throw new InternalError('INTERNAL', `unknown operator \`${name}\``);
  if (Array.isArray(operand) && operand.length > most) {
    throw new ClientError('INPUT_INVALID', `\`${operand.length}\` values to be in, and ${most} at most`, path);
  }
  return { operator, operand };
}

/**
 * SQL that is true where a test holds, or where it certainly does not: of what has no value, or none that the viewer may read,
 * neither is. Whether there is a value can always be told, and what may not be read counts as none.
 */
export function testSql(column: Column, { operator, operand }: Test, holds: boolean, sql: SqlText): string {
  if (operator === 'isNull') return isNullSql(column, (operand === true) === holds, sql);
  if (!holds && operator === 'eq' && isInOrder(column)) return masked(column, differsSql(column, operand, sql), sql);
  if (!holds) return deniedSql(column, compare(column.sql, column, operator, operand, sql), sql);
  const test = compare(column.sql, column, operator, operand, sql);
  // Of a link it is the stored id as well, by which the rows are found before any other row is looked up.
  const stored = column.stored === null ? '' : `${compare(column.stored, column, operator, operand, sql)} and `;
  return masked(column, `${stored}${test}`, sql);
}

/** SQL of a link that must lead to the row whose id the SQL text `id` stands for. */
export function linkTestSql(column: Column, id: string, sql: SqlText): string {
  const stored = column.stored === null ? '' : `${column.stored} = ${id} and `;
  return masked(column, `${stored}${column.sql} = ${id}`, sql);
}

/** SQL of a link that must lead to one of the rows whose ids a statement finds; in that, `t` is the other row. */
export function leadsToSql(column: Column, found: string, sql: SqlText): string {
  return masked(column, `${column.stored ?? column.sql} in (${found})`, sql);
}

function isNullSql(column: Column, isNull: boolean, sql: SqlText): string {
  if (!isNull) return masked(column, column.elements === null ? `${column.sql} is not null` : 'true', sql);
  const absent = column.elements === null ? `${column.sql} is null` : `not exists (select from ${column.elements})`;
  const mask = sql.mask(column.guard);
  return mask === null ? `(${absent})` : `(not ${mask} or ${absent})`;
}

/** The same as a test of `case when mask then value end` wherever nothing denies it, and it lets an index serve. */
function masked(column: Column, test: string, sql: SqlText): string {
  const holds = column.elements === null ? test : `exists (select from ${column.elements} and ${test})`;
  const mask = sql.mask(column.guard);
  return mask === null ? `(${holds})` : `(${mask} and ${holds})`;
}

/** Whether a value of the row itself, which is one of more than two, is kept in order by an index. */
const isInOrder = ({ stored, elements, type }: Column): boolean =>
  stored === null && elements === null && type !== 'bool';

/** A value that is less or more is another one: where no row has another an index says so, as it does of no `<>`. */
function differsSql({ sql: value, type }: Column, operand: unknown, sql: SqlText): string {
  if (!isStorable(operand)) return `${value} is not null`;
  const at = sql.value(operand, type);
  return `(${value} < ${at} or ${value} > ${at})`;
}

/** A list that holds no such element is one even when it is empty; a single value must be there to be another. */
function deniedSql(column: Column, test: string, sql: SqlText): string {
  const { elements, guard } = column;
  const denied =
    elements === null
      ? `${column.sql} is not null and not (${test})`
      : `not exists (select from ${elements} and ${test})`;
  const mask = sql.mask(guard);
  return mask === null ? `(${denied})` : `(${mask} and ${denied})`;
}

function compare(
  value: string,
  { type }: Column,
  operator: Exclude<Operator, 'isNull'>,
  operand: unknown,
  sql: SqlText,
): string {
  switch (operator) {
    case 'eq':
      return isStorable(operand) ? `${value} = ${sql.value(operand, type)}` : 'false';
    case 'in': {
      const operands = Array.isArray(operand) ? operand.filter(isStorable) : [];
      return `${value} = any(${sql.value(operands, `${type}[]`)})`;
    }
    default:
      return `${value} ${COMPARED[operator]} ${sql.value(operand, type)}`;
  }
}
