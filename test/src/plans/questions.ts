import type { Incident } from './rows.js';
import type { BenchViewer } from './viewer.js';

const PAGE = 50;

/** Something that is asked, and what must come. */
export interface Question {
  readonly name: string;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What the answer must be, by brute force over all rows. */
  readonly expected: unknown;
  /** What of the answer is compared with it. */
  readonly found: (data: Record<string, unknown>) => unknown;
}

type Page = {
  readonly totalCount?: number;
  readonly isExact?: boolean;
  readonly edges?: readonly { readonly node: { readonly id: string } }[];
};
const idsOf = (page: unknown): readonly string[] => ((page as Page).edges ?? []).map(({ node }) => node.id);
const rootIds = (data: Record<string, unknown>) => idsOf(data.incidents);
const entities = (data: Record<string, unknown>) => data._entities as readonly Record<string, unknown>[];

const EDGES = 'edges { node { id } }';
const FOUND = `query ($after: String, $filter: IncidentFilter, $orderBy: [IncidentOrder!], $search: String) {
  incidents(first: ${PAGE}, after: $after, search: $search, filter: $filter, orderBy: $orderBy) { ${EDGES} } }`;
const MANY = 10_000;
/** Lists that are read of a beginning; of one that has more so many places are counted. */
const LISTS_BEGUN = 1_000;
const PLACES = 3_000;

/** Ascending by text, as the database compares ids. */
const byId = (a: Incident, b: Incident): number => (a.id < b.id ? -1 : 1);

/** Everything that is asked of one viewer; `cursorAt` is a cursor of that document and variables after some pages. */
export async function questionsOf(
  rows: readonly Incident[],
  viewer: BenchViewer,
  cursorAfter: (document: string, variables: Readonly<Record<string, unknown>>) => Promise<string | null>,
): Promise<readonly Question[]> {
  const seen = rows.filter(({ handling }) => viewer.sees(handling));
  const fatalities = (row: Incident) => (viewer.readsPartly(row.handling) ? row.fatalities : null);
  const type = (row: Incident) => (viewer.readsPartly(row.handling) ? row.type : null);
  const byDay = seen.toSorted((a, b) =>
    a.occurredOn === b.occurredOn ? -byId(a, b) : a.occurredOn < b.occurredOn ? 1 : -1,
  );
  const byFatalities = seen.toSorted((a, b) => (fatalities(b) ?? -1) - (fatalities(a) ?? -1) || -byId(a, b));
  const arson = seen.filter((row) => type(row) === 'ARSON');
  const [some] = arson.length > 0 ? arson : seen;
  const range = (row: Incident) => row.occurredOn >= '2010-01-01' && row.occurredOn < '2012-01-01';
  const inRange = byDay.filter((row) => range(row) && type(row) === 'FIRE');
  const someTypes = byDay.filter((row) => type(row) === 'FIRE' || type(row) === 'ARSON');
  const firstOfState = byDay.filter((row) => type(row) === 'FIRE').toReversed();
  const linked = (row: Incident) => viewer.sees(row.missionHandling);
  const mission = (seen.find(linked) ?? some)?.mission ?? '';
  const isKnown = (row: Incident) => row.mission === mission && linked(row);
  const ofPost = seen.filter(isKnown);
  const fifty = seen.slice(0, PAGE).map(({ id }) => id);
  const page = (
    name: string,
    list: readonly Incident[],
    variables: Readonly<Record<string, unknown>> = {},
  ): Question => ({
    name,
    document: FOUND,
    variables,
    expected: list.slice(0, PAGE).map(({ id }) => id),
    found: rootIds,
  });
  const next = async (
    name: string,
    list: readonly Incident[],
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Question> => {
    const after = await cursorAfter(FOUND, variables);
    return { ...page(name, list.slice(PAGE), { ...variables, after }), ...(after === null ? { expected: [] } : {}) };
  };
  const occurredOn = { orderBy: [{ occurredOn: 'DESC' }] };
  const partly = { orderBy: [{ fatalities: 'DESC' }] };
  const representations = (ids: readonly string[], typename: string) => ({
    of: ids.map((id) => ({ __typename: typename, id })),
  });
  const counted = (list: readonly Incident[], most = MANY) => ({
    totalCount: Math.min(list.length, most),
    isExact: list.length <= most,
  });
  const searched = (name: string, text: string, list: readonly Incident[], most = MANY): Question => ({
    name,
    document: `query ($text: String!) { incidentsSearch(text: $text, first: ${PAGE}) { totalCount isExact edges { node { ... on Incident { id } } } } }`,
    variables: { text },
    expected: { ...counted(list, most), ids: list.slice(0, PAGE).map(({ id }) => id) },
    found: ({ incidentsSearch }) => {
      const { totalCount, isExact } = incidentsSearch as Page;
      return { totalCount, isExact, ids: idsOf(incidentsSearch) };
    },
  });
  // A word that stands everywhere has a list for each handling.
  const isListed = viewer.handlings.length <= LISTS_BEGUN;
  const word = `w${some?.city.split(' ')[1]}`;
  const inCity = seen.filter(({ city }) => city === some?.city);
  return [
    searched('search of all for a word that stands everywhere', 'everywhere ', seen, MANY),
    searched('search of all for the beginning of it', 'everyw', seen, isListed ? MANY : PLACES),
    searched('search of all for it and a rarer one', `everywhere ${word} `, inCity),
    page('search for two words that stand everywhere', seen, { search: 'everywhere also ' }),
    page('search for one of them and a rarer one', inCity, { search: `everywhere ${word} ` }),
    {
      name: 'count of a search for two words that stand everywhere',
      document: 'query ($search: String) { incidents(first: 0, search: $search) { totalCount isExact } }',
      variables: { search: 'everywhere also ' },
      expected: counted(seen),
      found: ({ incidents }) => incidents,
    },
    page('page by id', seen),
    await next('next page by id', seen, {}),
    page('page by day, latest first', byDay, occurredOn),
    await next('next page by day', byDay, occurredOn),
    page('page by a field readable on half', byFatalities, partly),
    await next('next page by it', byFatalities, partly),
    page('filter by a field readable on half', arson, { filter: { type: { eq: 'ARSON' } } }),
    page(
      'filter by one reference',
      seen.filter(({ reference }) => reference === some?.reference),
      { filter: { reference: { eq: some?.reference } } },
    ),
    page('filter by type and days, by day', inRange, {
      ...occurredOn,
      filter: { type: { eq: 'FIRE' }, occurredOn: { gte: '2010-01-01', lt: '2012-01-01' } },
    }),
    page('filter by some types, by day', someTypes, { ...occurredOn, filter: { type: { in: ['FIRE', 'ARSON'] } } }),
    page('filter by State and type, by day, first', firstOfState, {
      orderBy: [{ occurredOn: 'ASC' }],
      filter: { sendingState: { eq: 'USA' }, type: { eq: 'FIRE' } },
    }),
    page(
      'one or another, not a third',
      seen.filter(
        (row) => (type(row) === 'FIRE' || row.occurredOn < '1996-01-01') && type(row) !== null && type(row) !== 'ARSON',
      ),
      {
        filter: {
          or: [{ type: { eq: 'FIRE' } }, { occurredOn: { lt: '1996-01-01' } }],
          not: { type: { eq: 'ARSON' } },
        },
      },
    ),
    {
      name: 'count',
      document: '{ incidents(first: 0) { totalCount isExact } }',
      expected: { totalCount: seen.length, isExact: true },
      found: ({ incidents }) => incidents,
    },
    {
      name: 'count by a field readable on half',
      document: 'query ($filter: IncidentFilter) { incidents(first: 0, filter: $filter) { totalCount isExact } }',
      variables: { filter: { type: { eq: 'ARSON' } } },
      expected: counted(arson),
      found: ({ incidents }) => incidents,
    },
    {
      name: 'incidents of a post, by day, counted',
      document: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Mission { incidents(first: ${PAGE}, orderBy: [{ occurredOn: DESC }]) { totalCount ${EDGES} } } } }`,
      variables: representations([mission], 'Mission'),
      expected: [
        ofPost.length,
        byDay
          .filter(isKnown)
          .slice(0, PAGE)
          .map(({ id }) => id),
      ],
      found: (data) => {
        const of = entities(data)[0]?.incidents as Page | undefined;
        return [of?.totalCount ?? 0, idsOf(of ?? {})];
      },
    },
    {
      name: '50 incidents by id, with their posts',
      document:
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Incident { id reference mission { id } } } }',
      variables: representations(fifty, 'Incident'),
      expected: fifty,
      found: (data) => entities(data).map(({ id }) => id),
    },
  ];
}
