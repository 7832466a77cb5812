import type { Catalogue } from './catalogue.js';
import type { Difference } from './differences.js';
import { sharedSteps, stepsOf } from './migration-steps.js';

/** What a migration is called, and when it was printed. */
export interface MigrationHead {
  /** `add-visitor-vetting` */
  readonly name: string;
  /** Milliseconds: migrations run in the order of their times. */
  readonly at: number;
}

const SHARED = '@chancery/shared/subgraph';
/** By function, where it comes from. */
const HELPERS = new Map([
  ['bindRows', `${SHARED}/tables/labelled-table`],
  ['bindAnew', `${SHARED}/tables/labelled-table`],
  ['createRowCounts', `${SHARED}/tables/row-counts`],
  ['dropRowCounts', `${SHARED}/tables/row-counts`],
  ['countRows', `${SHARED}/tables/row-counts`],
  ['indexRows', `${SHARED}/tables/row-indexes`],
  ['endIndexes', `${SHARED}/tables/row-indexes`],
  ['indexOrders', `${SHARED}/tables/order-indexes`],
  ['endOrders', `${SHARED}/tables/order-indexes`],
  ['indexLanguages', `${SHARED}/tables/language-indexes`],
  ['endLanguages', `${SHARED}/tables/language-indexes`],
  ['endCount', `${SHARED}/tables/row-counts`],
  ['bindRowsTo', `${SHARED}/tables/labelled-table`],
  ['createSearchTable', `${SHARED}/search/search-table`],
  ['coverWordsByHandling', `${SHARED}/search/search-table`],
  ['listWords', `${SHARED}/search/search-table`],
  ['endLists', `${SHARED}/search/search-table`],
  ['dropSearchTable', `${SHARED}/search/search-table`],
  ['addCells', `${SHARED}/tables/map-cells`],
  ['dropCells', `${SHARED}/tables/map-cells`],
  ['createOutbox', `${SHARED}/outbox/outbox`],
  ['letOutboxWithdraw', `${SHARED}/outbox/outbox`],
  ['createCommandTables', `${SHARED}/writing/command-tables`],
  ['allowInserts', `${SHARED}/writing/command-tables`],
  ['allowChanges', `${SHARED}/writing/command-tables`],
  ['allowPairInserts', `${SHARED}/writing/command-tables`],
  ['createLabelSources', `${SHARED}/writing/command-tables`],
  ['endChanges', `${SHARED}/writing/command-tables`],
  ['letWithdraw', `${SHARED}/tables/withdrawable-table`],
  ['createEventTable', `${SHARED}/events/event-table`],
  ['dropEventTable', `${SHARED}/events/event-table`],
  ['tellRows', `${SHARED}/events/event-table`],
  ['tellLinks', `${SHARED}/events/event-table`],
]);

/** The name of the class of a migration. */
export function migrationClassOf({ name, at }: MigrationHead): string {
  const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}${at}`;
}

/** The text of a migration that makes a database what records declare. It is kept as it is printed: a later declaration prints another. */
export function printMigration(head: MigrationHead, differences: readonly Difference[], catalogue: Catalogue): string {
  const steps = [...sharedSteps(differences, catalogue), ...differences.map((difference) => stepsOf(difference))];
  const up = steps.flatMap((step) => step.up);
  const down = steps.toReversed().flatMap((step) => step.down);
  const name = migrationClassOf(head);
  const body = [...up, ...down].join('\n');
  return `${importsOf(body)}import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ${sentenceOf(head.name)} */
export class ${name} implements MigrationInterface {
  readonly name = '${name}';

  async up(runner: QueryRunner): Promise<void> {
${indented(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${indented(down)}
  }
}
`;
}

function importsOf(body: string): string {
  const used = [...HELPERS].filter(([helper]) => body.includes(`${helper}(`));
  const files = [...new Set(used.map(([, file]) => file))].sort();
  return files
    .map((file) => {
      const names = used.filter(([, from]) => from === file).map(([helper]) => helper);
      return `import { ${names.sort().join(', ')} } from '${file}';\n`;
    })
    .join('');
}

const sentenceOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}.`;
const indented = (lines: readonly string[]): string =>
  lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `    ${line}`)
    .join('\n');
