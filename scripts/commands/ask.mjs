/** `npm run ask -- QUESTION`: a question of `docs/questions/` to the gateway that runs, as oversight; what it answers is decided and recorded like any request. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  helped,
  instantOf,
  needed,
  oneOf,
  toldUsage,
  UsageError,
  wordsOf,
} from '../../packages/shared/dist/command-help.js';
import { findUnusual } from '../../services/compliance/dist/audit/find-unusual.js';
import { NEUTRAL_END, reportToPerson } from '../../services/compliance/dist/audit/report-to-person.js';
import { gatewayToken, gatewayUrl, reasonOf } from '../ask/gateway-token.mjs';
import { pageOf } from '../ask/page-of.mjs';
import { FORMATS, printAnswer } from '../ask/print-answer.mjs';
import { CHECKOUT } from '../run/checkout.mjs';

const FOLDER = join(CHECKOUT, 'docs/questions');
const QUESTIONS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace(/\.graphql$/, ''));

const USAGE = `usage: npm run -s ask -- QUESTION [--since today|2h|30d|2026-09-21] [--until …] [--format ${FORMATS.join('|')}] [--as usa.inspectorate]
         [--post Q875787] [--field Premises.floorPlan] [--rankMin 3] [--rule VCCR-31-2D] [--act act_41d0@2] [--state USA] [--by CHE] [--agency USA.consular]
         [--person p:…] [--subject a:…] [--trace …] [--receipt …] [--case inc_…] [--record prm_…] [--asOf 2026-09-21] [--purpose P] [--reason "why"]
Questions: ${QUESTIONS.join(', ')}; each is a document in docs/questions/ that says what it needs.
\`unusual\` reckons with \`accesses\`: volume, breadth, hours, denials, first times, each with the threshold that it is above.
\`data-subject --person KEY\` tells from \`of-person\` what a person may be told of disclosures of his own data (GDPR 15, LED 14-15).
Each form stands under the mark of what is in it; a file of it is an export, and the asking is recorded as such a reading. \`ocsf\` is a line for each event (OCSF 1.3, API Activity).
Asks the gateway at CHANCERY_URL (when not set, http://127.0.0.1 at PORT, or 4000) with the token in CHANCERY_TOKEN, or in a demonstration as a persona.
Exit: 0 answered, 1 not answered, 3 usage.`;

const WORDS = [
  ...['since', 'until', 'format', 'as', 'post', 'field', 'rankMin', 'rule', 'act', 'state', 'by', 'agency'],
  ...['person', 'subject', 'trace', 'receipt', 'case', 'record', 'asOf', 'purpose', 'reason'],
];
/** Questions whose answer is reckoned from that of another. */
const RECKONED = {
  unusual: { from: 'accesses', reckon: findUnusual },
  'data-subject': { from: 'of-person', reckon: reportToPerson, end: NEUTRAL_END, mark: 'PERSONAL DATA' },
};

async function main(args) {
  if (helped(args, USAGE)) return 0;
  const { question, values } = readWords(args);
  const reckoned = RECKONED[question];
  const document = readFileSync(join(FOLDER, `${reckoned?.from ?? question}.graphql`), 'utf8');
  const told = { banners: new Set(), receipts: [] };
  const ask = asker(values.as ?? 'usa.inspectorate', told, values.reason);
  const variables = await variablesFor(document, values, ask);
  // What was looked up for the question is not in its answer.
  told.banners.clear();
  const answer = await collect(ask, document, variables);
  const lists =
    reckoned === undefined ? answer : [{ name: question, rows: reckoned.reckon(answer[0].rows), groups: [] }];
  // The mark of all that was read would tell of what a report leaves out.
  const banner = reckoned?.mark ?? [...told.banners].join(' | ');
  const printed = printAnswer(values.format ?? 'table', { question, banner, receipts: told.receipts, lists });
  for (const line of printed) process.stdout.write(`${line}\n`);
  // Beside the rows, so that a file of them stays one.
  if (reckoned?.end !== undefined) process.stderr.write(`${reckoned.end}\n`);
  return 0;
}

function readWords(args) {
  const options = Object.fromEntries(WORDS.map((word) => [word, { type: 'string' }]));
  const { values, positionals } = wordsOf(args, options, 1);
  oneOf('--format', values.format ?? 'table', FORMATS);
  const asked = needed('QUESTION', positionals[0], 'what is asked');
  return { question: oneOf('QUESTION', asked, [...QUESTIONS, ...Object.keys(RECKONED)]), values };
}

/** What a document takes, out of the words; a post by its key of the register is found first. */
async function variablesFor(document, values, ask) {
  const now = Date.now();
  const given = { ...values, rankMin: values.rankMin === undefined ? undefined : Number(values.rankMin) };
  const known = {
    ...given,
    since: new Date(instantOf('--since', values.since ?? '30d', now)).toISOString(),
    until: new Date(values.until === undefined ? now + 1000 : instantOf('--until', values.until, now)).toISOString(),
    post: values.post === undefined ? undefined : await idOfPost(values.post, ask),
    asOf: values.asOf === undefined ? undefined : new Date(instantOf('--asOf', values.asOf, now)).toISOString(),
    first: pageOf(document),
  };
  const taken = [...document.matchAll(/\$(\w+): (\w+)(!?)( = )?/g)].map(([, name, , needed, fallback]) => ({
    name,
    isNeeded: needed === '!' && fallback === undefined,
  }));
  const missing = taken.filter(({ name, isNeeded }) => isNeeded && known[name] === undefined);
  if (missing.length > 0) throw new UsageError(`--${missing[0].name} is missing: the question needs it`);
  return Object.fromEntries(taken.flatMap(({ name }) => (known[name] === undefined ? [] : [[name, known[name]]])));
}

async function idOfPost(key, ask) {
  const document =
    'query Post($key: String!) { missions(filter: { wikidataId: { eq: $key } }) { edges { node { id } } } }';
  const { missions } = await ask(document, { key });
  const [edge] = missions.edges;
  if (edge === undefined) throw new UsageError(`--post: \`${key}\` is not in the register`);
  return edge.node.id;
}

/** Asks the gateway, and notes under which mark and which receipt each answer came. */
function asker(persona, told, reason) {
  const url = `${gatewayUrl()}/graphql`;
  const token = gatewayToken(persona, 'OVERSIGHT');
  return async (query, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...(reason === undefined ? {} : { 'chancery-reason': reason }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors, extensions } = await response.json();
    if (errors !== undefined)
      throw new Error(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join('\n'));
    told.banners.add(extensions.banner.text);
    told.receipts.push(extensions.audit.receipt);
    return data;
  };
}

/** What a question lists: every page of its first connection, what stands beside it, and the groups of each. */
async function collect(ask, document, variables) {
  const lists = [];
  for (let after; ; ) {
    const data = await ask(document, { ...variables, ...(after === undefined ? {} : { after }) });
    const connections = Object.entries(data);
    if (after === undefined) lists.push(...connections.map(([name, connection]) => listOf(name, connection)));
    else lists[0].rows.push(...rowsOf(connections[0][1]));
    const [, first] = connections[0];
    const { hasNextPage, endCursor } = first?.pageInfo ?? first ?? {};
    if (!hasNextPage) return lists;
    after = endCursor;
  }
}

/** Of a connection its nodes; of who may see a record its rows, and of one that is not there none. */
const rowsOf = (list) => list?.rows ?? (list?.edges ?? []).map(({ node }) => node);

function listOf(name, connection) {
  const groups = Object.entries(connection ?? {}).filter(
    ([key, value]) => Array.isArray(value) && key !== 'edges' && key !== 'rows',
  );
  return { name, rows: rowsOf(connection), groups: groups.map(([by, values]) => ({ by, values })) };
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  if (toldUsage(error, USAGE)) return 3;
  process.stderr.write(`${reasonOf(error)}\n`);
  return 1;
});
