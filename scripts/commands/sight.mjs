/** `npm run sight`: who sees a field of a record, and what a person sees, by the law of now or of another instant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownProfiles } from '../../packages/ledger/dist/replay/known-profiles.js';
import { openReadingsLog } from '../../packages/ledger/dist/who/open-readings-log.js';
import { recordQuestion } from '../../packages/ledger/dist/who/record-question.js';
import { createPolicyEngine } from '../../packages/policy/dist/engine.js';
import { profileOfPersona } from '../../packages/policy/dist/explain/profile-of-persona.js';
import { fieldNamed } from '../../packages/policy/dist/replay/decide-again.js';
import { whatIsSeen } from '../../packages/policy/dist/replay/what-is-seen.js';
import { alikeProfiles, whoSees } from '../../packages/policy/dist/replay/who-sees.js';
import { ID_PREFIXES } from '../../packages/shared/dist/brands.js';
import {
  countOf,
  helped,
  instantOf,
  needed,
  oneOf,
  toldUsage,
  UsageError,
  wordsOf,
} from '../../packages/shared/dist/command-help.js';
import { parseHandling } from '../../packages/shared/dist/labels/parse-handling.js';
import { withConnection } from '../../packages/shared/dist/postgres/connect.js';
import { supergraphCategories } from '../../packages/shared/dist/schema/supergraph-categories.js';
import { viewOf } from '../../packages/shared/dist/snapshot/snapshot-view.js';
import { columnNameOf } from '../../packages/shared/dist/subgraph/record/column-name.js';
import { findHandlingIn, heldHandlings } from '../../packages/shared/dist/subgraph/visibility/stored-handling.js';
import { readLaw } from '../../services/compliance/dist/law/read-law.js';
import { printRows } from '../ask/print-rows.mjs';
import { CHECKOUT } from '../run/checkout.mjs';
import { withDatabase } from './with-database.mjs';

const USAGE = `usage: npm run -s sight -- who --record prm_… --field Premises.floorPlan [--at 2026-09-21T12:00:00Z] [--first 50] [--format table|json] [--reason "why"]
       npm run -s sight -- what --as PERSONA | --subject a:… [--purpose P] [--at …] [--format …] [--reason "why"]
\`who\` lists everybody who has asked before, as they asked last: people whom the law does not tell apart are decided once, and stand in one line.
\`what\` counts by type and field what one of them sees of all records: records under one handling are decided alike, so the count is exact.
By the rules of this checkout, the facts and acts of now, and their dates at the instant of --at. The question is an entry before it is answered.
Exit: 0 answered, 2 not answered, 3 usage.
`;
const SERVICES = ['missions', 'incidents', 'intel', 'compliance'];
const WORDS = ['record', 'field', 'at', 'first', 'format', 'reason', 'as', 'subject', 'purpose'];

async function main(args) {
  if (helped(args, USAGE)) return 0;
  const { question, words, now } = readWords(args);
  const categories = supergraphCategories(readFileSync(join(CHECKOUT, 'supergraph.graphql'), 'utf8'));
  const value = question === 'who' ? await askedValueOf(words, categories) : null;
  await record(question, words);
  const law = await withDatabase('chancery_compliance', ({ loaderUrl }) => readLaw(loaderUrl, () => {}));
  if (law === null) throw new Error('compliance has published no law yet');
  const by = { engine: createPolicyEngine(), view: viewOf(law, false), now };
  const rows = value === null ? await seenRows(words, categories, by) : await whoRows(words, value, by);
  for (const line of printRows(words.format ?? 'table', rows)) process.stdout.write(`${line}\n`);
  return 0;
}

async function whoRows({ first = '50' }, value, by) {
  const profiles = await withDatabase('chancery_ledger', ({ loaderUrl }) => knownProfiles(loaderUrl));
  const alike = alikeProfiles(profiles);
  process.stderr.write(`${profiles.length} profiles, ${alike.length} that the law tells apart\n`);
  const rows = [];
  for (const { profile, subjects, decision } of whoSees(alike, value, by)) {
    if (rows.length >= Number(first)) break;
    const { subject, purpose, caseId } = profile;
    rows.push({
      decision: decision.effect,
      code: decision.code ?? '',
      agency: subject.agency,
      purpose,
      case: caseId ?? '',
      clearances: subject.clearances.map(({ policy, rank }) => `${policy}:${rank}`),
      people: subjects.length,
      rules: decision.citations.map(({ rule }) => rule),
      acts: decision.acts,
    });
  }
  return rows;
}

async function seenRows(words, categories, by) {
  const profile = await profileOf(words, by.now);
  const typeOf = new Map(Object.keys(ID_PREFIXES).map((type) => [columnNameOf(type), type]));
  const held = [];
  for (const name of SERVICES) {
    const stored = await withDatabase(`chancery_${name}`, ({ ownerUrl }) => heldHandlings(ownerUrl));
    for (const { table, handling, rows } of stored) {
      const type = typeOf.get(table);
      if (type !== undefined) held.push({ type, handling: parseHandling(handling), rows });
    }
  }
  const fieldsOf = (type) => [...categories].filter(([coordinate]) => coordinate.startsWith(`${type}.`));
  return [...whatIsSeen(profile, held, fieldsOf, by)].flatMap(({ type, rows, all, fields }) => [
    { coordinate: type, open: rows, withheld: 0, hidden: all - rows },
    ...(rows === 0 ? [] : fields.filter(({ open, withheld }) => open + withheld > 0)),
  ]);
}

async function profileOf({ as, subject, purpose }, now) {
  if (as !== undefined) return profileOfPersona(as, purpose, undefined, now);
  const profiles = await withDatabase('chancery_ledger', ({ loaderUrl }) => knownProfiles(loaderUrl));
  const found = profiles.find((each) => each.subject.id === subject && (purpose ?? each.purpose) === each.purpose);
  if (found === undefined) throw new UsageError(`--subject: nobody of this name has asked for this purpose`);
  return found;
}

async function askedValueOf({ record: id = '', field = '' }, categories) {
  const type = Object.keys(ID_PREFIXES).find((each) => id.startsWith(`${ID_PREFIXES[each]}_`));
  if (type === undefined) throw new UsageError(`--record: \`${id}\` is no id of a record`);
  const coordinate = field === '' ? 'EXISTENCE' : field;
  const known = fieldNamed(coordinate, (each) => categories.get(each));
  if (known === undefined || (field !== '' && !field.startsWith(`${type}.`)))
    throw new UsageError(`--field: \`${field}\` is no field of a ${type}`);
  for (const name of SERVICES) {
    const text = await withDatabase(`chancery_${name}`, (logins) => findHandlingIn(logins, columnNameOf(type), id));
    if (text !== null) return { coordinate, ...known, handling: parseHandling(text) };
  }
  throw new UsageError(`--record: there is no record \`${id}\``);
}

async function record(question, { reason, ...words }) {
  await withDatabase('chancery_ledger', async ({ ownerUrl, serviceUrl }) => {
    await withConnection(ownerUrl, openReadingsLog);
    const asked = { operation: `sight ${question}`, words, reason: reason ?? null };
    await recordQuestion(serviceUrl, asked, Date.now);
  });
}

function readWords(args) {
  const options = Object.fromEntries(WORDS.map((word) => [word, { type: 'string' }]));
  const { values: words, positionals } = wordsOf(args, options, 1);
  const question = oneOf('what is asked', needed('who or what', positionals[0], 'what is asked'), ['who', 'what']);
  if (question === 'who' && words.record === undefined) throw new UsageError('--record is missing: of what');
  if (question === 'what' && (words.as === undefined) === (words.subject === undefined))
    throw new UsageError('--as or --subject, one of the two');
  const now = Date.now();
  const at = words.at === undefined ? now : instantOf('--at', words.at, now);
  countOf('--first', words.first ?? '50');
  return { question, words, now: at };
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  // A persona that nobody is, is the caller's word too.
  const fault = error.code === 'INPUT_INVALID' ? new UsageError(error.message) : error;
  if (toldUsage(fault, USAGE)) return 3;
  process.stderr.write(`${error.message}\n`);
  return 2;
});
