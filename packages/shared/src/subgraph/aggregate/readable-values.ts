import { type HandlingNumber, isHandlingNumber } from '../../brands.js';
import type { Coordinate } from '../../vocabulary.js';
import { columnNameOf } from '../record/column-name.js';
import { linkNamesOf } from '../record/names-of.js';
import type { Line, RecordDeclaration } from '../record/record.js';
import { leadsHere, linkColumn } from '../tables/link.js';
import { nameOf } from '../tables/sql-name.js';
import type { Masks } from '../visibility/viewer-masks.js';
import type { ReadableReader } from '../writing/readable-reader.js';

type ViewerReads = Pick<Masks, 'mayRead'>;

/** A value of a row, and the fields each of which shows it: one that is read whole is enough. */
interface TokenValue {
  readonly property: string;
  readonly sql: string;
  readonly shownBy: readonly (readonly Coordinate[])[];
}

interface TokenRow {
  readonly id: string;
  readonly handling: number;
  readonly read: Readonly<Record<string, unknown>>;
}

/** The values of a record that a token stands for: each under the masks of the fields that show it, a link by whom it shows. */
export function readableReader(declared: RecordDeclaration): ReadableReader {
  const { name: type, table, lines } = declared;
  const values = lines.flatMap((line) => tokenValueOf(declared, line));
  const columns = values.map(({ property, sql }) => `${sql} as "${property}"`);
  const text = `select t.id, t.handling_id as handling, (select to_jsonb(v) from (select ${columns.join(', ')}) v) as read
    from ${nameOf(table)} t where t.id = any($1::text[])`;
  return {
    async read(manager, masks, ids) {
      const rows = await manager.query<TokenRow[]>(text, [ids]);
      return new Map(
        rows.map(({ id, handling, read }) => [id, { type, id, values: shown(masks, values, handling, read) }]),
      );
    },
  };
}

function shown(masks: ViewerReads, values: readonly TokenValue[], handling: number, read: TokenRow['read']) {
  if (!isHandlingNumber(handling)) return [];
  return values
    .filter(({ shownBy }) => shownBy.some((fields) => mayReadEach(masks, fields, handling)))
    .map(({ property }) => [property, read[property] ?? null] as const);
}

const mayReadEach = (masks: ViewerReads, fields: readonly Coordinate[], handling: HandlingNumber): boolean =>
  fields.every((field) => masks.mayRead(field, handling));

function tokenValueOf({ name, table, lines }: RecordDeclaration, line: Line): TokenValue[] {
  const { property } = line;
  switch (line.what) {
    case 'value':
      return [{ property, sql: `t.${nameOf(columnNameOf(property))}`, shownBy: [[`${name}.${property}`]] }];
    case 'kept':
      return [{ property, sql: `t.${nameOf(columnNameOf(property))}`, shownBy: shownByMade(name, lines, property) }];
    case 'link': {
      const link = linkNamesOf(table, line);
      // Whether the caller sees what it leads to is known elsewhere, so nothing may hang on it here.
      if (!leadsHere(link)) return [];
      const { sql, elements } = linkColumn(link);
      const ids = elements === null ? sql : `array(select ${sql} from ${elements} order by 1)`;
      return [{ property, sql: ids, shownBy: [[`${name}.${property}`]] }];
    }
    case 'made':
    case 'belongs':
      return [];
  }
}

/** What is kept for others shows in each that is made of it, to who may read that and all that it is made of. */
function shownByMade(name: string, lines: readonly Line[], kept: string): Coordinate[][] {
  return lines.flatMap((line) => {
    if (line.what !== 'made' || !line.from.includes(kept)) return [];
    const parts = line.from.filter((part) => lines.find(({ property }) => property === part)?.what !== 'kept');
    return [[line.property, ...parts].map((field): Coordinate => `${name}.${field}`)];
  });
}
