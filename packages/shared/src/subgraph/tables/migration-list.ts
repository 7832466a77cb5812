import { migrationClassOf } from './print-migration.js';

const FILE = /^(\d{13})-([a-z0-9-]+)\.ts$/;

/** The text of `migrations.ts` of a service: every file of its folder of migrations, oldest first. */
export function printMigrationList(files: readonly string[]): string {
  const listed = files
    .toSorted()
    .flatMap((file) => [...file.matchAll(new RegExp(FILE, 'g'))])
    .map(([, at = '', name = '']) => ({ file: `${at}-${name}`, type: migrationClassOf({ name, at: Number(at) }) }));
  const imports = listed.map(({ file, type }) => `import { ${type} } from './migrations/${file}.js';`);
  return `${imports.join('\n')}

/** Every migration of the service, oldest first. */
export const MIGRATIONS = [${listed.map(({ type }) => type).join(', ')}];
`;
}
