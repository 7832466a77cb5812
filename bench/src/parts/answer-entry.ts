import type { Access, EntryInput } from '@chancery/ledger/entry';
import { answerDigest } from '@chancery/ledger/said/commit-answer';
import { sampleEntry } from '@chancery/ledger/testkit/sample-entry';

const handling = (type: string, row: number): string =>
  `l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=Q${type.length}${row}`;

/** What the answer said, in two texts. */
const SAID = { answered: '{"data":{}}', told: '{}' };

const PUBLIC = ['CHY-PUB'];
const EXISTENCE = ['CHY-EXIST'];

/** The rows of the big query's answer: how many of each type, and its fields. */
const TYPES: readonly (readonly [type: string, rows: number, fields: readonly string[]])[] = [
  ['User', 6, ['name', 'username', 'reviews']],
  ['Product', 5, ['inStock', 'name', 'price', 'shippingEstimate', 'upc', 'weight', 'reviews']],
  ['Review', 11, ['body', 'product']],
];
const LINKS: ReadonlySet<string> = new Set(['reviews', 'product']);

const access = (coordinate: string, type: string, row: number, rules: readonly string[]): Access => ({
  coordinate,
  handlingText: handling(type, row),
  rank: 0,
  count: row === 0 ? 78 : 1,
  decision: 'A',
  rules,
  acts: [],
});

/** The entry of an ordinary answer: 97 decisions over 22 rows. */
export function bigEntry(): EntryInput {
  const items = TYPES.flatMap(([type, rows, fields]) =>
    Array.from({ length: rows }, (_, row) => [
      access('EXISTENCE', type, row, EXISTENCE),
      ...fields.map((field) => access(`${type}.${field}`, type, row, LINKS.has(field) ? EXISTENCE : PUBLIC)),
    ]).flat(),
  );
  const records = items.map((_, row) => `Review:${row}`).slice(0, 22);
  return sampleEntry({ access: items, records, said: answerDigest(SAID) });
}

/** The entry of a small one: four decisions. */
export const smallEntry = (): EntryInput => sampleEntry({ access: bigEntry().access.slice(0, 4) });
