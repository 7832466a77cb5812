import { DISK_EVERY_MS, FREE_BYTES_MIN } from '@chancery/shared/disk-room';
import { DRAINED_BYTES_MAX } from '@chancery/shared/http/read-body';
import { FILTER_LEVELS_MAX, FILTER_TESTS_MAX } from '@chancery/shared/schema/combined-filter';
import {
  CURSOR_LENGTH_MAX,
  IN_MAX,
  PAGE_DEFAULT,
  PAGE_MAX,
  SEARCH_LENGTH_MAX,
  SEARCH_WORDS_MAX,
} from '@chancery/shared/schema/connection-args';
import { TOKEN_BYTES_MAX } from '@chancery/shared/subjects/unverified-token';

/**
 * What one request may be, each limit once: the code reads it here, the message names it, docs/clients.md prints it.
 * GraphQL nests without bound; everything of ours that walks a caller's input walks at most this far.
 */
export const BODY_BYTES_MAX = 128 * 1024;
/** What stands behind the question mark of a GET; far more than a browser or a proxy keeps in its own log without cutting it. */
export const SEARCH_BYTES_MAX = 8 * 1024;
/** Lists and objects inside one another in the JSON of a body: variables, extensions and all. */
export const BODY_NESTING_MAX = 64;
export const DOCUMENT_TOKENS_MAX = 2_000;
/** Braces, brackets and parentheses inside one another in a document: selections, lists, objects, types. */
export const DOCUMENT_NESTING_MAX = 64;
/** The same response key in one selection set: each pair is compared in validation. */
export const REPEATS_MAX = 100;
/** Levels of fields; below the planner's own recursion limit, which it reaches by failing. */
export const DEPTH_MAX = 15;
/** Fields, fragments counted at each spread. */
export const SELECTIONS_MAX = 2_000;
/** Objects that an operation can be answered with by its page sizes, edges and connections counted, each alias anew. */
export const OBJECTS_MAX = 100_000;
/** Items that a list without pages is taken to have. */
export const LIST_ASSUMED = 10;
/** The same of fields, arguments and values in an introspection. */
export const INTROSPECTED_LIST_ASSUMED = 4;
/**
 * Objects of an introspection, counted alike: an editor's own asks for some 340 for each type, and a schema of two thousand types is to
 * be introspected whole. In truth it has few of them: the answer has a bound of its own.
 */
export const INTROSPECTED_OBJECTS_MAX = 1_000_000;
/** What an answer may hold: no more than is decided and written in one go without keeping others waiting (docs/limits.md). */
export const ANSWER = {
  valuesMax: 50_000,
  /** Of an introspection, of which none is decided: that of 801 types has 65,000. */
  introspectedMax: 200_000,
  bytesMax: 4 * 1024 * 1024,
} as const;
/** Errors of one document that are looked for. */
export const DOCUMENT_ERRORS_MAX = 20;
/** Lists of fields or types inside one another in an introspection: the third is refused by graphql-js. */
export const INTROSPECTION_LISTS_MAX = 2;
/** Comparisons of fields with one another, after which graphql-js gives up validating. */
export const FIELD_COMPARISONS_MAX = 500_000;
/** Items of `errors` in an answer that has data, those of fields aside that no other stands for. */
export const ANSWER_ERRORS_MAX = 20;
/** Paths of one item of `withheld` that are listed; those beyond are covered by patterns. */
export const PATHS_MAX = 100;
/** How long the subgraphs may take together. */
export const DEADLINE_MS = 10_000;

/** What may be asked about values instead of reading them. */
export const CONSULT = {
  /** Of one request. */
  questionsMax: 10,
  /** Paths to a value that are told, and decisions that are made to find them: some 40 ms of the processor. */
  pathsMax: 20,
  decisionsMax: 800,
  /** Instants that the timeline of a value decides. */
  instantsMax: 128,
  /** Rows of a page of who sees a value. */
  sightMax: 100,
  /** Names that a pseudonym is tried with: 2 ms of the processor. */
  namesMax: 500,
} as const;

/** Of the Authorization API. */
export const ACCESS = { evaluationsMax: 50, pageMax: 20 } as const;

/** Bytes of one answer of a subgraph: as many as the caller's may have. Twice as many take 36 ms to parse, or 440 of empty objects. */
export const SUBGRAPH_BYTES_MAX = 4 * 1024 * 1024;

/** Of the calls of one subgraph; each limit lies below the deadline, so that a subgraph costs its own part alone. */
export const SUBGRAPH = {
  /** One call, the wait for a free connection included. */
  callMaxMs: 5_000,
  /** Calls in a row without an answer, after which it is not asked. */
  failuresMax: 5,
  /** How long it is not asked before one call tries whether it is back, and how long that one may take. */
  openMs: 1_000,
  probeMaxMs: 1_000,
} as const;

/** Requests that are being answered at once; who comes beyond is refused before any work. */
export const ADMISSION = {
  subjectMax: 16,
  agencyMax: 64,
  allMax: 256,
  /** Of all, while whole answers take longer than this: found out between the two (admit/room.ts). */
  allLeast: 32,
  slowMs: 2_000,
  /** What waits to be recorded, far below what the ledger's own queue takes. */
  ledgerEntriesMax: 1_024,
  ledgerBytesMax: 16 * 1024 * 1024,
} as const;

/** How the health of each subgraph is asked for; with both, its absence shows within a second. */
export const PROBE = { everyMs: 500, maxMs: 400 } as const;

/** How long a read waits for the snapshot that it asks for, and how often it looks: they come within a second as a rule. */
export const SNAPSHOT_WAIT = { mostMs: 2_000, everyMs: 25 } as const;

/** How long a gateway that is being stopped tells so at least, and waits for the requests that it answers at most. */
export const DRAIN = { leastMs: 1_000, mostMs: 6_000 } as const;

/** Of the connection, in milliseconds and bytes. */
export const CONNECTION = {
  /** From the first byte of a request to the last of its head. */
  headersTimeoutMs: 5_000,
  /** From the first byte of a request to the last of its body. */
  requestTimeoutMs: 15_000,
  /** How often the two above are looked at. */
  checkedEveryMs: 1_000,
  /** Without a byte in either direction: longer than any answer takes, so it is the client that does not read. */
  silentMs: 20_000,
  /** From the end of an answer's making to its last byte being taken; the largest at 70 kB a second. */
  takenMs: 60_000,
  headBytesMax: 16 * 1024,
} as const;

/** A wait or a number that is bounded, as an operator sees it. */
export interface Bound {
  readonly what: string;
  readonly bound: string;
  readonly beyond: string;
}

/** A limit as documentation tells of it. */
export interface LimitRow {
  readonly what: string;
  readonly limit: string;
  /** What who passes it gets. */
  readonly answer: string;
}

const EXCEEDED = '`LIMIT_EXCEEDED`';
const LATE = '`SUBGRAPH_UNREACHABLE` for what has not come, null in its place';
const INVALID = '`INPUT_INVALID`';
const number = (value: number): string => value.toLocaleString('en');
const seconds = (milliseconds: number): string => `${milliseconds / 1_000} s`;

/** Every limit of one request, in the order in which it meets them. */
export const LIMITS: readonly LimitRow[] = [
  { what: 'head of a request', limit: `${number(CONNECTION.headBytesMax)} bytes`, answer: 'status 431' },
  { what: 'time to send the head', limit: seconds(CONNECTION.headersTimeoutMs), answer: 'status 408' },
  { what: 'time to send the whole request', limit: seconds(CONNECTION.requestTimeoutMs), answer: 'status 408' },
  {
    what: 'time without a byte in either direction',
    limit: seconds(CONNECTION.silentMs),
    answer: 'the connection is closed',
  },
  { what: 'time to take an answer', limit: seconds(CONNECTION.takenMs), answer: 'the connection is closed' },
  { what: 'token', limit: `${number(TOKEN_BYTES_MAX)} bytes`, answer: '`TOKEN_MALFORMED`' },
  { what: 'requests at once of one subject', limit: number(ADMISSION.subjectMax), answer: '`RATE_EXCEEDED`' },
  { what: 'requests at once of one agency', limit: number(ADMISSION.agencyMax), answer: '`RATE_EXCEEDED`' },
  { what: 'requests at once of all', limit: number(ADMISSION.allMax), answer: '`OVERLOADED`' },
  { what: 'body', limit: `${number(BODY_BYTES_MAX)} bytes`, answer: '`LIMIT_EXCEEDED`, status 413' },
  {
    what: 'query of the target of a GET',
    limit: `${number(SEARCH_BYTES_MAX)} bytes`,
    answer: '`LIMIT_EXCEEDED`, status 414',
  },
  { what: 'requests in one body', limit: '1', answer: '`BATCH_NOT_SUPPORTED`' },
  {
    what: 'lists and objects of the body, or of `variables` of a GET, inside one another',
    limit: number(BODY_NESTING_MAX),
    answer: EXCEEDED,
  },
  { what: 'tokens of the document', limit: number(DOCUMENT_TOKENS_MAX), answer: EXCEEDED },
  { what: 'brackets of the document inside one another', limit: number(DOCUMENT_NESTING_MAX), answer: EXCEEDED },
  { what: 'the same field, alias or fragment in one selection', limit: number(REPEATS_MAX), answer: EXCEEDED },
  { what: 'comparisons of fields with one another', limit: number(FIELD_COMPARISONS_MAX), answer: EXCEEDED },
  { what: 'lists of an introspection inside one another', limit: number(INTROSPECTION_LISTS_MAX), answer: EXCEEDED },
  { what: 'levels of fields', limit: number(DEPTH_MAX), answer: EXCEEDED },
  { what: 'fields selected, fragments written out', limit: number(SELECTIONS_MAX), answer: EXCEEDED },
  { what: 'objects by the page sizes, multiplied along each path', limit: number(OBJECTS_MAX), answer: EXCEEDED },
  { what: 'the same of an introspection', limit: number(INTROSPECTED_OBJECTS_MAX), answer: EXCEEDED },
  { what: 'values of the answer', limit: number(ANSWER.valuesMax), answer: EXCEEDED },
  { what: 'values of an introspection', limit: number(ANSWER.introspectedMax), answer: EXCEEDED },
  { what: 'bytes of the answer', limit: number(ANSWER.bytesMax), answer: EXCEEDED },
  { what: '`first`, `last`', limit: `${PAGE_MAX}; ${PAGE_DEFAULT} when left out`, answer: INVALID },
  { what: 'values of one `in`', limit: number(IN_MAX), answer: INVALID },
  { what: 'filters inside one another', limit: number(FILTER_LEVELS_MAX), answer: INVALID },
  { what: 'tests of one filter, parts counted', limit: number(FILTER_TESTS_MAX), answer: INVALID },
  { what: '`search`', limit: `${SEARCH_LENGTH_MAX} characters, ${SEARCH_WORDS_MAX} words`, answer: INVALID },
  {
    what: '`explain`, `canShare`, `sight`, `maySee`, `recordHistory`, `receipt` and `namedPerson` of one request',
    limit: number(CONSULT.questionsMax),
    answer: INVALID,
  },
  { what: 'paths that `explain` tells', limit: number(CONSULT.pathsMax), answer: '`pathsComplete: false`' },
  {
    what: 'decisions made to find paths',
    limit: number(CONSULT.decisionsMax),
    answer: '`pathsComplete: false`',
  },
  {
    what: 'rows of a page of `sight`, of `maySee` and of `recordHistory`',
    limit: number(CONSULT.sightMax),
    answer: INVALID,
  },
  { what: 'names that `namedPerson` tries', limit: number(CONSULT.namesMax), answer: INVALID },
  { what: 'instants of a timeline', limit: number(CONSULT.instantsMax), answer: '`timelineComplete: false`' },
  { what: '`evaluations` of one AuthZEN request', limit: number(ACCESS.evaluationsMax), answer: EXCEEDED },
  {
    what: '`page.limit` of an AuthZEN search',
    limit: number(ACCESS.pageMax),
    answer: 'no more are looked at; the next page is told',
  },
  { what: '`ids` of `nodes`', limit: number(PAGE_MAX), answer: INVALID },
  { what: 'items of `orderBy`', limit: 'each field once', answer: INVALID },
  { what: 'cursor', limit: `${number(CURSOR_LENGTH_MAX)} characters`, answer: INVALID },
  {
    what: 'wait for `Chancery-Snapshot-At-Least`',
    limit: seconds(SNAPSHOT_WAIT.mostMs),
    answer: '`SNAPSHOT_NOT_REACHED`',
  },
  { what: 'time of one call of a service', limit: seconds(SUBGRAPH.callMaxMs), answer: LATE },
  { what: 'time of the services together', limit: seconds(DEADLINE_MS), answer: LATE },
  { what: 'errors told of one document', limit: number(DOCUMENT_ERRORS_MAX), answer: 'the rest is not looked for' },
  { what: 'errors told beside data', limit: number(ANSWER_ERRORS_MAX), answer: 'of the rest each field once' },
  { what: 'exact paths of one item of `withheld`', limit: number(PATHS_MAX), answer: 'patterns for the rest' },
  {
    what: 'body read on to answer 413',
    limit: `${number(DRAINED_BYTES_MAX)} bytes`,
    answer: 'the connection may be reset',
  },
];

/** So many at once, as a bound says it. */
export const requests = (count: number): string => `${count} at once`;
/** A time, as a bound says it. */
export const milliseconds = (count: number): string => `${count} ms`;
const { callMaxMs, failuresMax, openMs, probeMaxMs } = SUBGRAPH;
const { subjectMax, agencyMax, allMax, allLeast, slowMs, ledgerEntriesMax, ledgerBytesMax } = ADMISSION;

/** What docs/operating.md says of the gateway's own bounds; those of one request are in `LIMITS`. */
export const BOUNDS: readonly Bound[] = [
  { what: 'requests of one subject', bound: requests(subjectMax), beyond: '429 `RATE_EXCEEDED`' },
  { what: 'requests of one agency', bound: requests(agencyMax), beyond: '429 `RATE_EXCEEDED`' },
  { what: 'requests of all', bound: requests(allMax), beyond: '503 `OVERLOADED`' },
  {
    what: `the same, while whole answers take longer than ${milliseconds(slowMs)}`,
    bound: `${requests(allLeast)} and up, as many as come in time`,
    beyond: '503 `OVERLOADED` to agencies beyond their share',
  },
  {
    what: 'entries that wait for the ledger',
    bound: `${ledgerEntriesMax}, or ${ledgerBytesMax} bytes`,
    beyond: '503 `OVERLOADED`, before any work',
  },
  { what: 'one call of a service', bound: milliseconds(callMaxMs), beyond: 'its part null, `SUBGRAPH_UNREACHABLE`' },
  { what: 'calls in a row that a service leaves unanswered', bound: `${failuresMax}`, beyond: 'it is not asked' },
  { what: 'how long it is not asked', bound: milliseconds(openMs), beyond: 'one call tries whether it is back' },
  { what: 'that one call', bound: milliseconds(probeMaxMs), beyond: 'it is not asked again for as long' },
  { what: 'all services together', bound: milliseconds(DEADLINE_MS), beyond: 'the parts that came are served' },
  {
    what: 'health of a service, asked in the background',
    bound: milliseconds(PROBE.maxMs),
    beyond: '`/ready` says `degraded`',
  },
  {
    what: 'answer of a service',
    bound: `${SUBGRAPH_BYTES_MAX} bytes`,
    beyond: 'it is cut off, its part null, `SUBGRAPH_UNREACHABLE`',
  },
  { what: 'between two such questions', bound: milliseconds(PROBE.everyMs), beyond: '' },
  { what: 'between two looks at the disks', bound: milliseconds(DISK_EVERY_MS), beyond: '' },
  {
    what: 'bytes free on the disks of data and database',
    bound: `${FREE_BYTES_MIN} at least`,
    beyond: '503 `AUDIT_UNAVAILABLE`, `/ready` says `disk: full`',
  },
  { what: 'requests under way when it is stopped', bound: milliseconds(DRAIN.mostMs), beyond: 'they are cut off' },
];
