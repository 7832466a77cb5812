import type { PolicyEngine } from '@chancery/policy/engine';
import type { ProfileDecider } from '@chancery/policy/profile-decider';
import type { Handling } from '@chancery/shared/labels/label';
import type { Profile } from '@chancery/shared/subjects/subject';
import { type Contestant, measureInTurn } from '../measure.js';
import { printTable } from '../table.js';
import { abilityOf, caslSubject } from './casl-peer.js';
import { askCedar, cedarCall } from './cedar-peer.js';
import { expectedOf, type Value, verifyAnswers } from './value.js';
import { FIELDS, type Workload } from './workload.js';

const RECORDS = 100;
const CEDAR_VALUES = 200;
const ROUNDS = 15;
const KINDS = [...new Set(FIELDS)];

/** Puts the values of some records to everyone, each verified against the engine's answers. */
function contestantsFor(
  workload: Workload,
  engine: PolicyEngine,
  profile: Profile,
  records: readonly Handling[],
): readonly Contestant[] {
  const { view, now } = workload;
  const { values, allowed } = expectedOf(workload, engine, profile, records, KINDS);
  const [first] = values;
  if (first === undefined) throw new RangeError('nothing to decide');
  const step = Math.ceil(values.length / CEDAR_VALUES);
  const isSampled = (_: unknown, index: number): boolean => index % step === 0;
  const sample = values.filter(isSampled);
  const open = (): ProfileDecider => engine.open(profile, view, now);
  const decide = (decider: ProfileDecider, { category, handling }: Value): boolean =>
    decider.decide(category, handling, 'read').effect === 'allow';
  const subjects = values.map(caslSubject);
  const calls = sample.map(cedarCall);
  const [warm, ability] = [open(), abilityOf(first)];
  const onAll = [
    { name: 'Chancery, value decided before', run: () => values.map((value) => decide(warm, value)) },
    {
      name: 'Chancery, profile just opened',
      run: () => {
        const opened = open();
        return values.map((value) => decide(opened, value));
      },
    },
    { name: 'Chancery, profile opened for each value', run: () => values.map((value) => decide(open(), value)) },
    { name: 'CASL, ability built before', run: () => subjects.map((each) => ability.can('read', each)) },
  ];
  const onSample = [
    {
      name: 'CASL, ability built for each value',
      run: () => sample.map((value) => abilityOf(value).can('read', caslSubject(value))),
    },
    { name: 'cedar-wasm, stateful, schema preparsed', run: () => calls.map(askCedar) },
  ];
  for (const { name, run } of onAll) verifyAnswers(name, run(), allowed);
  for (const { name, run } of onSample) verifyAnswers(name, run(), allowed.filter(isSampled));
  return [
    ...onAll.map((each) => ({ ...each, values: values.length })),
    ...onSample.map((each) => ({ ...each, values: sample.length })),
  ];
}

/** One decision at a time: ours warm and cold beside Cedar and CASL, which are given the facts that ours works out. */
export async function benchDecide(workload: Workload, engine: PolicyEngine): Promise<string> {
  const { answer, profiles, view } = workload;
  const hasAct = ({ record: { missions } }: Handling): boolean =>
    missions.some((mission) => view.actsOn(mission, null, null).length > 0);
  const records = {
    'without an act': answer.filter((each) => !hasAct(each)).slice(0, RECORDS),
    'with an act': answer.filter(hasAct).slice(0, RECORDS),
  };
  const tables: string[] = [];
  for (const [which, chosen] of Object.entries(records)) {
    const [contestants] = profiles.map((profile) => contestantsFor(workload, engine, profile, chosen));
    const measured = await measureInTurn(contestants ?? [], ROUNDS);
    const about = `${KINDS.length} kinds of data of ${chosen.length} records ${which}; answers compared for ${profiles.length} profiles, timed for the first.`;
    tables.push(printTable(`Deciding one value of a record ${which}`, measured, about));
  }
  return tables.join('\n');
}
