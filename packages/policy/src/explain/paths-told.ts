import { handlingAt } from '@chancery/shared/labels/handling-at';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Purpose } from '@chancery/shared/vocabulary';
import { evaluateCompiled } from '../compiled/evaluate.js';
import { createRuleTable } from '../compiled/rule-table.js';
import type { PolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { assessLabel } from '../mandatory/assess-mandatory.js';
import { facetsOf } from '../mandatory/label-input.js';
import type { AskedValue } from '../paths/asked-value.js';
import { findPaths, type PathLimits } from '../paths/find-paths.js';
import type { PathsFound, PathToYes } from '../paths/path.js';
import type { ExplainRequest } from './explain.js';
import { type Reader, readerOf } from './reader.js';
import { toldView } from './told-facts.js';

/** To whom paths are told, and how many. */
export interface PathsToTell {
  readonly reader: Reader;
  /** The purposes that it may choose from. */
  readonly assigned: readonly Purpose[];
  readonly limits: PathLimits;
}

const RULES = { table: createRuleTable(POLICIES), evaluate: evaluateCompiled };
/** A label that asks for nothing. */
const { label: OPEN_LABEL } = parseHandling('l=-;rel=*;nat=*;pur=*;own=CHANCERY.register');

/**
 * The paths to a value that who asks may be told, by the facts and acts that it may read. What the label asks is told to the agency
 * that marked it; to others that the label asks something, as their citations do. Null where nothing may be told, or nothing is known.
 */
export function pathsTold(told: AskedValue, { reader, assigned, limits }: PathsToTell): PathsFound | null {
  const { handling, profile, view } = told;
  if (view.stale || (handling.record.person !== null && !reader.person)) return null;
  const search = { rules: RULES, limits, assigned };
  if (handling.record.owner === profile.subject.agency) return findPaths(told, search);
  const { paths, complete } = findPaths({ ...told, handling: { ...handling, label: OPEN_LABEL } }, search);
  const labelled = paths.map((path): PathToYes => (labelBars(told, path) ? [...path, { step: 'LABEL' }] : path));
  // What opens to whom may read no more is closed by what it may not: of that nothing is told.
  return {
    paths: labelled.filter(({ length }) => length > 0),
    complete: complete && labelled.every(({ length }) => length > 0),
  };
}

/**
 * The paths to a value as an explanation tells them to a reader, who sees the record with its marks; what it does not tell of, of
 * acts and of how a post stands, they do not count upon.
 */
export function pathsToReader(request: ExplainRequest, engine: PolicyEngine, limits: PathLimits): PathsFound | null {
  const { profile, asker, coordinate, category, floor, view, now } = request;
  const whole = parseHandling(request.handling);
  const narrowed = handlingAt(whole, coordinate, category, floor);
  const reader = readerOf({ profile, asker, whole, narrowed, category, view, now }, engine);
  if (view.stale || !reader.marks || (narrowed.record.person !== null && !reader.person)) return null;
  const told = { profile, category, handling: narrowed, view: toldView(view, narrowed.record, reader), now };
  const found = findPaths(told, { rules: RULES, limits, assigned: [] });
  return { ...found, paths: found.paths.filter(({ length }) => length > 0) };
}

/** Whether the label bars whoever would ask, before any act: no more than its code says. */
function labelBars({ handling, category, profile, now }: AskedValue, path: PathToYes): boolean {
  let asking: Profile = profile;
  for (const step of path) {
    if (step.step === 'PURPOSE') asking = { ...asking, purpose: step.purpose };
    if (step.step === 'AGENCY_KIND') asking = { ...asking, subject: { ...asking.subject, kind: step.kind } };
  }
  return assessLabel(asking, handling, facetsOf(handling, category), now).failures.length > 0;
}
