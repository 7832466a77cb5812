import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of trust agreements of a start that serves real agencies; throws before anything is set up when it holds none. */
export function requireTrustFolder(data) {
  const folder = join(data, 'trust');
  const agreements = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'revoked.json')
    : [];
  if (agreements.length > 0) return folder;
  throw new Error(
    `no trust agreement in \`${folder}\`: nobody could ask anything. Put one file for each agency there, for example
  npm run -s trust:check -- --example > ${join(folder, 'agency.json')}
and see docs/agreements.md; a demonstration needs none: npm start`,
  );
}
