import type { PolicyEngine } from '@chancery/policy/engine';
import { measureInTurn } from '../measure.js';
import { printTable } from '../table.js';
import { abilityOf, caslSubject } from './casl-peer.js';
import { askCedar, cedarCall } from './cedar-peer.js';
import { expectedOf, verifyAnswers } from './value.js';
import { FIELDS, type Workload } from './workload.js';

const RECORDS = 100;
const CEDAR_VALUES = 200;
const ROUNDS = 15;

/** One decision at a time: ours warm and cold beside Cedar and CASL, which are given the facts that ours works out. */
export async function benchDecide(workload: Workload, engine: PolicyEngine): Promise<string> {
  const tables: string[] = [];
  const kinds = [...new Set(FIELDS)];
  for (const profile of workload.profiles.slice(0, 2)) {
    const expected = expectedOf(workload, engine, profile, workload.answer.slice(0, RECORDS), kinds);
    const { values, allowed } = expected;
    const sample = values.flatMap((value, index) =>
      index % Math.ceil(values.length / CEDAR_VALUES) === 0 ? [{ value, index }] : [],
    );
    const calls = sample.map(({ value }) => cedarCall(value));
    const subjects = values.map(caslSubject);
    const [first] = values;
    if (first === undefined) throw new RangeError('nothing to decide');
    const ability = abilityOf(first);
    const { view, now } = workload;
    const warm = engine.open(profile, view, now);
    const runs = {
      warm: () => values.map(({ category, handling }) => warm.decide(category, handling, 'read').effect === 'allow'),
      cold: () =>
        values.map(
          ({ category, handling }) =>
            engine.open(profile, view, now).decide(category, handling, 'read').effect === 'allow',
        ),
      first: () => {
        const fresh = engine.open(profile, view, now);
        return values.map(({ category, handling }) => fresh.decide(category, handling, 'read').effect === 'allow');
      },
      casl: () => subjects.map((each) => ability.can('read', each)),
      caslBuilt: () => sample.map(({ value }) => abilityOf(value).can('read', caslSubject(value))),
      cedar: () => calls.map(askCedar),
    };
    const sampled = sample.map(({ index }) => allowed[index] === true);
    for (const name of ['warm', 'cold', 'first', 'casl'] as const) verifyAnswers(name, runs[name](), allowed);
    for (const name of ['caslBuilt', 'cedar'] as const) verifyAnswers(name, runs[name](), sampled);
    const all = values.length;
    const measured = await measureInTurn(
      [
        { name: 'Chancery, profile open, value decided before', values: all, run: runs.warm },
        { name: 'Chancery, profile just opened', values: all, run: runs.first },
        { name: 'Chancery, profile opened for each value', values: all, run: runs.cold },
        { name: 'CASL, ability built before', values: all, run: runs.casl },
        { name: 'CASL, ability built for each value', values: sample.length, run: runs.caslBuilt },
        { name: 'cedar-wasm, stateful, schema preparsed', values: sample.length, run: runs.cedar },
      ],
      ROUNDS,
    );
    const count = allowed.filter(Boolean).length;
    const about = `${all} values of ${RECORDS} records, ${count} open; Cedar and the built abilities on ${sample.length} of them.`;
    tables.push(printTable(`Deciding one value, ${profile.subject.agency}`, measured, about));
  }
  return tables.join('\n');
}
