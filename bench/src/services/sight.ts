import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { createPolicyEngine, type PolicyEngine } from '@chancery/policy/engine';
import { decideSeen } from '@chancery/policy/replay/who-sees';
import { accessHandling } from '@chancery/shared/labels/audit-handling';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { withConnection } from '@chancery/shared/postgres/connect';
import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { SignedClient } from '@chancery/shared/subgraph/testkit/signed-client';
import type { SightQuestion } from '@chancery/shared/subgraph/visibility/sight-question';
import type { Profile } from '@chancery/shared/subjects/subject';
import { type FullService, startFull } from '@chancery/test/plans/full-service';
import { startWatch, type Watched } from './watch.js';

/** Logins of the service's database, which is full. */
export interface FullDatabase {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  readonly loaderUrl: string;
}

const PAGE = 50;
const PAGES = 20;
const LIST = `query ($first: Int, $after: String, $last: Int) {
  incidents(first: $first, after: $after, last: $last) { edges { node { id } } pageInfo { endCursor } }
}`;
const COUNT = 'query { incidents(first: 0) { totalCount } }';
const ASKER = profileOf('usa.inspectorate', 'OVERSIGHT');
const ASKED: readonly (readonly [string, Profile, SightQuestion['coordinate'], number])[] = [
  ['an officer of ours, incidents', profileOf('usa.diplomatic-security'), 'EXISTENCE', NOW],
  ['an officer of ours, a field', profileOf('usa.diplomatic-security'), 'Incident.summary', NOW],
  [
    'an officer of ours, a field, in 2023',
    profileOf('usa.diplomatic-security'),
    'Incident.summary',
    Date.parse('2023-02-01T00:00:00Z'),
  ],
  ['police of another State, incidents', profileOf('deu.police'), 'EXISTENCE', NOW],
  ['a ministry of a third State, incidents', profileOf('gbr.foreign-ministry'), 'EXISTENCE', NOW],
];

/** Handlings that the law tells apart: of three States and agencies, for a few release sets and ranks, each about a post of its own. */
const handlingText = (n: number): string => {
  const owner = ['USA.diplomatic-security', 'USA.consular', 'DEU.police', 'GBR.foreign-ministry'][n % 4] ?? '';
  const state = owner.slice(0, 3);
  const label = [`l=-;rel=*`, `l=-;rel=${state}`, 'l=-;rel=DEU+USA', `l=${state}:1;rel=*`, `l=${state}:3;rel=${state}`][
    (n >> 2) % 5
  ];
  return `${label};nat=*;pur=*;own=${owner};m=Q${n}`;
};

const factOf = (n: number): Fact => ({
  m: `Q${n}` as Fact['m'],
  sending: 'USA',
  receiving: 'DEU',
  regime: n % 3 === 0 ? 'VCCR' : 'VCDR',
  legalStatus: 'ESTABLISHED',
  protectingPower: null,
  from: n % 2 === 0 ? '2020-01-01' : '2024-01-01',
  until: null,
});

interface Answered {
  readonly took: Watched;
  readonly ids: readonly string[];
  readonly endCursor: string | null;
  readonly total: number;
}

/** The service as it runs, and by what it decides. */
interface Opened {
  readonly service: FullService;
  readonly by: { readonly engine: PolicyEngine; readonly view: SnapshotView };
  readonly texts: readonly string[];
  ask(sight: SightQuestion, query: string, variables: object): Promise<Answered>;
}

async function open(urls: FullDatabase, texts: readonly string[], say: (line: string) => unknown): Promise<Opened> {
  const snapshot = sealSnapshot({ number: 1, facts: texts.map((_, n) => factOf(n)), acts: [] });
  const [snapshots, engine] = [holdSnapshot(snapshot), createPolicyEngine()];
  const [key, clock] = [randomBytes(32), () => NOW];
  const log = (line: object): unknown => say(JSON.stringify(line));
  const service = await startFull({ ...urls, contextKey: key, snapshots, clock, log });
  const own = { audience: 'incidents', policy: service.policy, schema: service.schema };
  const client = new SignedClient({ ...own, url: service.running.url, key, snapshot: () => snapshot, clock });
  return {
    service,
    by: { engine, view: viewOf(snapshot, false) },
    texts,
    async ask(sight, query, variables) {
      const body = JSON.stringify({ query, variables, extensions: { sight } });
      const begun = startWatch();
      const { data, errors } = await client.send(body, client.sign(ASKER, body));
      const took = begun();
      if (errors.length > 0) throw new RangeError(JSON.stringify(errors));
      const {
        edges = [],
        pageInfo,
        totalCount = 0,
      } = (data?.incidents ?? {}) as {
        edges?: { node: { id: string } }[];
        pageInfo?: { endCursor: string | null };
        totalCount?: number;
      };
      return { took, ids: edges.map(({ node }) => node.id), endCursor: pageInfo?.endCursor ?? null, total: totalCount };
    },
  };
}

/** Handlings whose records are to be told, each decided by itself, without any memory. */
function allowed(
  { profiles: [person = ASKER], coordinate, at }: SightQuestion,
  { service, texts, by: { engine, view } }: Opened,
): ReadonlySet<number> {
  const isOpen = (category: 'EXISTENCE' | 'AUDIT', text: string): boolean =>
    engine.decide(ASKER, category, parseHandling(text), 'read', view, NOW).effect === 'allow';
  const field = coordinate === 'EXISTENCE' ? ROW : service.categories.get(coordinate);
  if (field === undefined) throw new RangeError(`${coordinate} is no field`);
  return new Set(
    texts.flatMap((text, n) => {
      const handling = parseHandling(text);
      const existence = handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0).text;
      const isTold = [handling.record.owner, person.subject.agency].some((side) => {
        const told = accessHandling(handling, side);
        return isOpen('EXISTENCE', told) && isOpen('AUDIT', told);
      });
      const seen = (): boolean =>
        decideSeen(person, { coordinate, ...field, handling }, { engine, view, now: at }).effect === 'allow';
      return isOpen('EXISTENCE', existence) && isTold && seen() ? [n] : [];
    }),
  );
}

const ROW = { category: 'EXISTENCE', floor: 0 } as const;

interface Row {
  readonly id: string;
  readonly handling: number;
}

/** Gives the handlings texts that the law tells apart, and reads every row in the order of a page. */
const prepareRows = (ownerUrl: string, texts: readonly string[]): Promise<readonly Row[]> =>
  withConnection(ownerUrl, async (owner) => {
    await owner.query(
      'update handling h set text = t.text from unnest($1::text[]) with ordinality t (text, n) where h.id = t.n - 1',
      [texts],
    );
    return (await owner.query<Row>('select id, handling_id as handling from incident order by id')).rows;
  });

interface Expected {
  readonly handlings: number;
  readonly ids: readonly string[];
}

/** Every row by itself. */
function expectedOf(sight: SightQuestion, opened: Opened, rows: readonly Row[]): Expected {
  const seen = allowed(sight, opened);
  return { handlings: seen.size, ids: rows.filter(({ handling }) => seen.has(handling)).map(({ id }) => id) };
}

/** Asks one question, and compares what comes with what every row comes to. */
async function measureOne(
  sight: SightQuestion,
  opened: Opened,
  { handlings, ids: expected }: Expected,
): Promise<readonly string[]> {
  const first = await opened.ask(sight, LIST, { first: PAGE });
  const again = await opened.ask(sight, LIST, { first: PAGE });
  const counted = await opened.ask(sight, COUNT, {});
  const walked = [...first.ids];
  let further = first;
  for (let page = 1; page < PAGES && further.ids.length === PAGE; page += 1) {
    further = await opened.ask(sight, LIST, { first: PAGE, after: further.endCursor });
    walked.push(...further.ids);
  }
  const last = await opened.ask(sight, LIST, { last: PAGE });
  const isRight =
    isDeepStrictEqual(walked, expected.slice(0, walked.length)) &&
    isDeepStrictEqual(last.ids, expected.slice(-PAGE)) &&
    counted.total === expected.length;
  if (!isRight) throw new RangeError(`${counted.total} of ${expected.length}`);
  const times = [first, again, further, counted].map(
    ({ took }) => `${took.wallMs.toFixed(1)} (${took.ownMs.toFixed(1)})`,
  );
  return [`${handlings}`, `${expected.length}`, ...times];
}

/** Asks a full service, as an inspectorate, what some people may see; an answer that is not what each record comes to by itself fails it. */
export async function measureSight(
  urls: FullDatabase,
  handlings: number,
  say: (line: string) => unknown,
): Promise<void> {
  const texts = Array.from({ length: handlings }, (_, n) => handlingText(n));
  const rows = await prepareRows(urls.ownerUrl, texts);
  const opened = await open(urls, texts, say);
  process.stdout.write(
    '| of whom, what | handlings | records | first page, never asked, ms (of the processor) | again | a further page | count |\n|---|---|---|---|---|---|---|\n',
  );
  try {
    // All of it before the first is asked: it holds the process for longer than a connection is kept.
    const questions = ASKED.map(([name, person, coordinate, at]) => {
      const sight: SightQuestion = { profiles: [person], coordinate, at };
      return { name, sight, expected: expectedOf(sight, opened, rows) };
    });
    for (const { name, sight, expected } of questions) {
      const cells = await measureOne(sight, opened, expected);
      process.stdout.write(`| ${[name, ...cells].join(' | ')} |\n`);
    }
  } finally {
    await opened.service.running.close();
  }
}
