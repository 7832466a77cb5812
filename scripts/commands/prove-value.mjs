/** `npm run ledger:prove-value`: proves one value of an answer that its holder kept, by what the answer is redeemed for at the gateway that runs. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pageOfExport, readKeptAnswer } from '../../packages/ledger/dist/said/kept-answer.js';
import { proveValue } from '../../packages/ledger/dist/said/value-proof.js';
import { helped, needed, readCommand, UsageError, wordsOf } from '../../packages/shared/dist/command-help.js';
import { gatewayToken, gatewayUrl, reasonOf } from '../ask/gateway-token.mjs';
import { fromUser } from '../run/checkout.mjs';

const USAGE = `usage: npm run -s ledger:prove-value -- ANSWER.json --path mission.premises.floorPlan [--to FILE] [--redeemed FILE] [--as PERSONA [--purpose P]]
       npm run -s ledger:prove-value -- EXPORT.ndjson --page 3 --path row.12.city …
ANSWER.json is the body of an answer as it came; EXPORT.ndjson an export as it came, whose rows are counted in their page from 0. A null is proved too, with why it was withheld. Ask with "extensions": {"basis": true}, or the proof has neither label nor citation of the value. The answer is
shown once to the gateway at CHANCERY_URL (when not set, http://127.0.0.1 at PORT, or 4000), with the token in CHANCERY_TOKEN or as a persona of a demonstration; what it
is redeemed for is kept in --redeemed and used from there, without a network. Whoever has that file and a proof can guess at the rest of the answer: keep it.
The proof goes to --to, or is printed; npm run ledger:proof checks it. Exit: 0 proved, 1 not, 3 usage.`;

async function main(args) {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return 3;
  const { file, path, page, to, redeemed: kept, as, purpose } = words;
  const whole = readFileSync(file, 'utf8');
  const body = page === undefined ? whole : pageOfExport(whole, Number(page));
  if (body === null) throw new Error(`the export has no page ${page}`);
  const { text } = readKeptAnswer(body);
  const redeemed =
    kept !== undefined && existsSync(kept)
      ? JSON.parse(readFileSync(kept, 'utf8'))
      : await redeem(body, gatewayToken(as, purpose));
  if (kept !== undefined) writeFileSync(kept, `${JSON.stringify(redeemed)}\n`, { mode: 0o600 });
  const proof = proveValue(text, redeemed, path);
  if (to === undefined) process.stdout.write(proof);
  else writeFileSync(to, proof);
  return 0;
}

function readWords(args) {
  const text = { type: 'string' };
  const options = { path: text, page: text, to: text, redeemed: text, as: text, purpose: text };
  const { values, positionals } = wordsOf(args, options, 1);
  const file = fromUser(needed('FILE', positionals[0], 'the answer, or the export'));
  const asked = needed('--path', values.path, 'which value of it').split('.');
  if (values.page !== undefined && !/^\d{1,9}$/.test(values.page))
    throw new UsageError(`--page: \`${values.page}\` is no number`);
  const [to, redeemed] = [values.to, values.redeemed].map((name) => (name === undefined ? undefined : fromUser(name)));
  const path = asked.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { ...values, file, path, to, redeemed };
}

async function redeem(body, token) {
  const response = await fetch(`${gatewayUrl()}/ledger/values`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  if (!response.ok) throw new Error(`status ${response.status}: ${(await response.text()).trim()}`);
  return response.json();
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  return 1;
});
