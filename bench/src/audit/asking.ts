import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compliance } from '@chancery/compliance/service';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { withConnection } from '@chancery/shared/postgres/connect';
import { NOW } from '@chancery/shared/subgraph/testkit/persona-profile';
import { openAsking } from '@chancery/test/plans/ask';
import { viewerOfHandlings } from '@chancery/test/plans/viewer';
import { parse, validate } from 'graphql';
import { median } from '../measure.js';
import { postOf } from './invented-entries.js';
import type { Told } from './projecting.js';

const TIMES = 3;
const DAY_MS = 86_400_000;
/** What documents ask for, where they ask for more than a time. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  post: postOf(7).id,
  subject: 'a:0000000000000007',
  agency: 'USA.diplomatic-security',
  state: 'USA',
  by: 'DEU',
  rule: 'CHY-PUB',
  act: 'act_41d0@2',
  case: `inc_${'21'.padStart(26, '0')}`,
  person: 'p:7',
  trace: '0000000000000007',
  receipt: 'A'.repeat(22),
};

/** How long each saved question of a compliance officer takes, over some days up to the last of them. */
export async function askAll(told: Told, questions: string, days: number): Promise<string> {
  const asking = await openAsking(told.compliance.serviceUrl, compliance);
  const viewer = viewerOfHandlings(await handlingsOf(told, 'USA'));
  const until = NOW + 91 * DAY_MS;
  const times = { since: new Date(until - days * DAY_MS).toISOString(), until: new Date(until).toISOString() };
  const field = await withConnection(told.compliance.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ coordinate: string }>(
      `select coordinate from audited_access where coordinate <> 'EXISTENCE' limit 1`,
    );
    return rows[0]?.coordinate;
  });
  const lines: string[] = [];
  const { schema } = await compliance.schema();
  for (const file of readdirSync(questions).filter((name) => name.endsWith('.graphql'))) {
    const name = file.replace('.graphql', '');
    // Names of posts are another service's.
    const document = readFileSync(join(questions, file), 'utf8').replaceAll('{ name }', '{ id }');
    // What is asked of the gateway itself is no question of this service.
    if (validate(schema, parse(document)).length > 0) continue;
    const variables = { ...EXAMPLES, field, ...times };
    const taken: number[] = [];
    let found = '';
    for (let time = 0; time < TIMES; time += 1) {
      const from = performance.now();
      const { data } = await asking.ask(viewer, document, variables);
      taken.push(performance.now() - from);
      found = countsOf(data);
    }
    lines.push(`| ${name} | ${found} | ${(taken[0] ?? 0).toFixed(1)} | ${median(taken).toFixed(1)} |`);
  }
  await asking.close();
  return ['| question | rows found | ms, the first time | ms, median of three |', '|---|---|---|---|', ...lines].join(
    '\n',
  );
}

const countsOf = (data: Readonly<Record<string, unknown>>): string =>
  Object.values(data)
    .map((connection) => {
      const { totalCount, isExact } = (connection ?? {}) as { totalCount?: number; isExact?: boolean };
      return `${totalCount?.toLocaleString('en') ?? ''}${isExact === false ? ' and more' : ''}`;
    })
    .join(', ');

/** Handlings of which the oversight of a State sees the rows, and how many numbers there are. */
async function handlingsOf({ compliance: urls }: Told, state: string): Promise<{ seen: number[]; capacity: number }> {
  const { rows } = await withConnection(urls.loaderUrl, (client) =>
    client.query<{ id: number; text: string }>('select id, text from handling order by id'),
  );
  const seen = rows.filter(({ text }) => {
    const { releasableTo } = parseHandling(text).label;
    return releasableTo === 'ANY' || releasableTo.has(state);
  });
  return { seen: seen.map(({ id }) => id), capacity: (rows.at(-1)?.id ?? 0) + 1 };
}
