/** `npm run pseudonym`: who bears a pseudonym of the ledger, among those whom an agency names; the question is an entry first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReadingsLog } from '../../packages/ledger/dist/who/open-readings-log.js';
import { recordQuestion } from '../../packages/ledger/dist/who/record-question.js';
import { helped, needed, readCommand, UsageError, wordsOf } from '../../packages/shared/dist/command-help.js';
import { withConnection } from '../../packages/shared/dist/postgres/connect.js';
import { readKeyFile } from '../../packages/shared/dist/subjects/key-file.js';
import { findBearer } from '../../packages/shared/dist/subjects/pseudonym.js';
import { dataFolder, fromUser } from '../run/checkout.mjs';
import { withDatabase } from './with-database.mjs';

const USAGE = `usage: npm run -s pseudonym -- --of a:0123456789abcdef --issuer https://idp.usa.example --subs FILE --reason "why, and who ordered it"
Tries each subject of FILE (one a line, as the issuer's tokens call it): a pseudonym cannot be turned round, so its agency's list is needed, and
the key of this deployment. The question with its reason is on the ledger before it is answered.
Exit: 0 found, 1 nobody of them, 2 not asked, 3 usage.
`;

async function main(args) {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return 3;
  const { of, issuer, subs: file, reason } = words;
  const subs = readFileSync(fromUser(file), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  await withDatabase('chancery_ledger', async ({ ownerUrl, serviceUrl }) => {
    await withConnection(ownerUrl, openReadingsLog);
    // Of whom it was tried nothing goes in but how many.
    const asked = { operation: 'pseudonym', words: { of, issuer, tried: subs.length }, reason };
    await recordQuestion(serviceUrl, asked, Date.now);
  });
  const bearer = findBearer(of, { issuer, subs }, readKeyFile(join(dataFolder(), 'keys', 'pseudonym.key')));
  process.stdout.write(bearer === null ? '' : `${bearer}\n`);
  return bearer === null ? 1 : 0;
}

/** Nobody is named without a reason. */
function readWords(args) {
  const text = { type: 'string' };
  const { values } = wordsOf(args, { of: text, issuer: text, subs: text, reason: text });
  const of = needed('--of', values.of, 'the pseudonym');
  if (!/^a:[0-9a-f]{16}$/.test(of)) throw new UsageError(`--of: \`${of}\` is no pseudonym`);
  return {
    of,
    issuer: needed('--issuer', values.issuer, 'whose tokens call them so'),
    subs: needed('--subs', values.subs, 'a file of subjects'),
    reason: needed('--reason', values.reason, 'why, and who ordered it'),
  };
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  return 2;
});
