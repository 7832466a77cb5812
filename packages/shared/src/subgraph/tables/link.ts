import { nameOf } from './sql-name.js';

/** A link of a row to rows of another table, in names of the database. */
export type Link = LinkToOne | LinkToMany | LinkElsewhere;

/** Links to rows of this database. */
export type LinkHere = Exclude<Link, LinkElsewhere>;

interface LinkToOne {
  /** Table of what is linked to. It is under row level security: a row that is hidden, or not known, is no value. */
  readonly to: string;
  /** Column with the id of the other row. */
  readonly column: string;
}

interface LinkElsewhere {
  /** No table here has what is linked to, and so nobody here knows whether it is there. */
  readonly to: null;
  readonly column: string;
}

interface LinkToMany {
  readonly to: string;
  /** Table of pairs. */
  readonly through: string;
  /** Its column with the id of this row. */
  readonly holder: string;
  /** Its column with the id of the other row. */
  readonly target: string;
}

/** Whether a link leads to rows of this database. */
export const leadsHere = (link: Link): link is LinkHere => link.to !== null;

/** SQL of a link of the row `t`: ids of the other rows that the viewer sees; of a row elsewhere the id, which its owner answers for. */
export function linkColumn(link: Link): {
  readonly sql: string;
  /** The stored id, whoever sees the other row. */
  readonly stored: string | null;
  readonly elements: string | null;
} {
  if (!leadsHere(link)) {
    const stored = `t.${nameOf(link.column)}`;
    return { sql: stored, stored, elements: null };
  }
  const to = nameOf(link.to);
  if ('column' in link) {
    const stored = `t.${nameOf(link.column)}`;
    return { sql: `(select r.id from ${to} r where r.id = ${stored})`, stored, elements: null };
  }
  const [through, holder, target] = [nameOf(link.through), nameOf(link.holder), nameOf(link.target)];
  return {
    sql: 'r.id',
    stored: null,
    elements: `${through} l join ${to} r on r.id = l.${target} where l.${holder} = t.id`,
  };
}

/** SQL that counts the links of a table whose other row is not there. */
export function danglingSql(table: string, link: LinkHere): string {
  const [holder, column] = 'column' in link ? [table, link.column] : [link.through, link.target];
  return `select count(*)::int as count from ${nameOf(holder)} t where t.${nameOf(column)} is not null
    and not exists (select from ${nameOf(link.to)} r where r.id = t.${nameOf(column)})`;
}
