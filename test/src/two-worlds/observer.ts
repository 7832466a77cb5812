import type { Mesh } from '../testkit/mesh.js';
import { SUBGRAPHS } from '../testkit/world.js';
import { AFTER, ONCE } from './random-document.js';
import type { RecordingProxy } from './recording-proxy.js';

/** All that a viewer gets to know by one request, and all that a subgraph does. */
export interface Observation {
  readonly document: string;
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
  readonly calls: readonly (readonly string[])[];
}

/** Changes an answer on its way: a leak that is planted. */
export type Leak = (document: string, body: string) => Promise<string>;

/** Somebody who asks the same of each world. */
export interface Viewer {
  readonly mesh: Mesh;
  readonly token: string;
  readonly proxies: Readonly<Record<string, RecordingProxy>>;
  readonly leak: Leak | null;
  /** Undoes what a command has made. */
  undo(): Promise<void>;
}

/** The receipt is random; a duty is due so long after the moment of asking, and the clock of these worlds is not stopped. */
const VARYING = /"receipt":"[^"]+"|"dueAt":"[^"]+"/g;

let asked = 0;

/** Asks documents, one after the other; where a page goes on, for the page behind it too. */
export async function observe(viewer: Viewer, documents: readonly string[]): Promise<readonly Observation[]> {
  const observed: Observation[] = [];
  for (const written of documents) {
    const first = await ask(viewer, written.replace(AFTER, 'null'));
    observed.push(first);
    const cursor = /"endCursor":("[^"]+")/.exec(first.body)?.[1];
    if (written.includes(AFTER) && cursor) observed.push(await ask(viewer, written.replace(AFTER, cursor)));
  }
  return observed;
}

async function ask({ mesh, token, proxies, leak, undo }: Viewer, document: string): Promise<Observation> {
  asked += 1;
  for (const proxy of Object.values(proxies)) proxy.taken();
  const response = await fetch(`${mesh.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${token}`,
      // Asked for by whatever reads data of law enforcement.
      'chancery-reason': 'two worlds',
      // The receipt, which differs in every answer, would change the length of a compressed one.
      'accept-encoding': 'identity',
    },
    body: JSON.stringify({
      query: document.replaceAll(ONCE, `once-${10_000_000 + asked}`),
      extensions: { basis: true },
    }),
  });
  const answered = await response.text();
  const isCommand = document.startsWith('mutation');
  // What is refused has left nothing.
  if (isCommand && !answered.startsWith('{"errors"')) await undo();
  const text = (isCommand ? withoutOwnNames(answered) : answered).replace(VARYING, '');
  return {
    document,
    status: response.status,
    headers: [...response.headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${value}`),
    body: leak === null ? text : await leak(document, text),
    calls: SUBGRAPHS.map((name) => proxies[name]?.taken() ?? []),
  };
}

/** A record that a command has made bears names which are drawn at random, tokens that follow from them, and the time of its making. */
const withoutOwnNames = (body: string): string =>
  body
    .replace(/"id":"[a-z]{3}_[^"]+"/g, '"id":""')
    .replace(/"[A-Z]+-(?:\d{4}-)?[0-9A-F]{10}"/g, '""')
    .replace(/"concurrencyToken":"[^"]+"/g, '"concurrencyToken":""')
    .replace(/"\d{4}-\d\d-\d\dT[0-9:.]+Z"/g, (instant) => (isJustNow(JSON.parse(instant)) ? '""' : instant));

const JUST_NOW_MS = 60_000;
const isJustNow = (instant: string): boolean => Math.abs(Date.now() - Date.parse(instant)) < JUST_NOW_MS;
