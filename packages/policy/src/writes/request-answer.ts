import type { Instant } from '@chancery/shared/clock';
import type { RecordMarks } from '@chancery/shared/labels/label';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { ActKind, Category } from '@chancery/shared/vocabulary';
import { windowOfAct } from '../facts/act-matching.js';
import { coversCategory, reaches } from '../facts/act-scope.js';
import { isWithin } from '../facts/window.js';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

/** What a request asked for, as far as an act must reach it to answer it. */
export interface AnsweredValues {
  readonly categories: readonly Category[];
  readonly record: RecordMarks;
  /** Who asked. */
  readonly represents: string;
  readonly agency: string;
}

/** Acts that open something for somebody. */
const ANSWERING: ReadonlySet<ActKind> = new Set<ActKind>([
  'CONSENT',
  'RELEASE',
  'ORIGINATOR_CONSENT',
  'WAIVER',
  'EMERGENCY_DISCLOSURE',
]);

/** Whether an act answers a request: it gives, it is in force, and it reaches who asked and something of what was asked for. */
export function checkAnswer(act: Act, asked: AnsweredValues, now: Instant): Verdict {
  if (!ANSWERING.has(act.kind)) return refused('CHY-ASK', `a \`${act.kind}\` opens nothing to whoever asked`);
  if (!isWithin(windowOfAct(act), now)) return refused('CHY-ASK', 'the act is not in force');
  if (!isFor(act, asked)) return refused('CHY-ASK', 'the act is not made to whoever asked');
  return reachesSomething(act, asked) ? ACCEPTED : refused('CHY-ASK', 'the act reaches nothing that was asked for');
}

const isFor = ({ to }: Act, { represents, agency }: AnsweredValues): boolean =>
  (to.represents === '*' || to.represents === represents) &&
  (to.agencies.includes('*') || to.agencies.includes(agency));

function reachesSomething(act: Act, { categories, record }: AnsweredValues): boolean {
  const missions = record.missions.length === 0 ? [null] : record.missions;
  return categories.some(
    (category) => coversCategory(act, category) && missions.some((mission) => reaches(act, mission, category, record)),
  );
}
