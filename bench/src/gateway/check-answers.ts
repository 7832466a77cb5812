import type { Contestant } from './contestants/contestant.js';
import { askOnce } from './load.js';
import { compareAnswers, dataOf, referenceFor, toldWithheld } from './reference.js';
import { askedOf } from './rounds.js';
import { QUERY_NAMES, type QueryName } from './world/queries.js';

/** What the answer of one contestant to one query is. */
export interface Checked {
  readonly body: string;
  readonly values: number;
  readonly withheld: number;
}

/**
 * Compares a contestant's answer with the true one, value by value; throws where they differ. Null stands for a value only where
 * the answer says that it is withheld, and as often as it says so.
 */
export async function checkAnswer(contestant: Contestant, query: QueryName): Promise<Checked> {
  const { name, withholds } = contestant;
  const { status, body } = await askOnce(askedOf(contestant, query));
  if (status !== 200) throw new RangeError(`${name} answers ${query} with status ${status}: ${body.slice(0, 500)}`);
  const { values, missing, wrong } = compareAnswers(dataOf(body), await referenceFor(query));
  const withheld = toldWithheld(body);
  if (wrong > 0) throw new RangeError(`${name}: ${wrong} values of ${query} are wrong`);
  if (missing !== withheld) throw new RangeError(`${name}: ${missing} values of ${query} missing, ${withheld} told`);
  if (!withholds && missing > 0) throw new RangeError(`${name}: ${missing} values of ${query} missing`);
  return { body, values, withheld };
}

/** The same for both queries. */
export async function checkAnswers(contestant: Contestant): Promise<ReadonlyMap<QueryName, Checked>> {
  const checked = new Map<QueryName, Checked>();
  for (const query of QUERY_NAMES) checked.set(query, await checkAnswer(contestant, query));
  return checked;
}
