import type { PathToYes, Step } from './path.js';

/** A path without who would grant its acts, as one text. */
const blank = (step: Step): string => JSON.stringify(step.step === 'ACT' ? { ...step, by: step.by.represents } : step);

/**
 * Makes one path of those that differ in the offices alone, where each office of a step goes with each of the others; else they stay
 * apart, since not every combination of theirs would open.
 */
export function joinGrantors(paths: readonly PathToYes[]): readonly PathToYes[] {
  const alike = new Map<string, PathToYes[]>();
  for (const path of paths) {
    const sorted = [...path].sort((a, b) => (blank(a) < blank(b) ? -1 : 1));
    const key = sorted.map(blank).join('\n');
    alike.set(key, [...(alike.get(key) ?? []), sorted]);
  }
  return [...alike.values()].flatMap(joined);
}

function joined(paths: readonly PathToYes[]): readonly PathToYes[] {
  const [first] = paths;
  if (first === undefined || paths.length === 1) return paths;
  const columns = first.map((_, index) => distinct(paths.flatMap((path) => path[index] ?? [])));
  const combinations = columns.reduce((product, column) => product * column.length, 1);
  return combinations === paths.length ? [columns.flatMap(together)] : paths;
}

const distinct = (steps: readonly Step[]): readonly Step[] => [
  ...new Map(steps.map((step) => [JSON.stringify(step), step])).values(),
];

function together(steps: readonly Step[]): readonly Step[] {
  const [first] = steps;
  if (first === undefined || first.step !== 'ACT') return first === undefined ? [] : [first];
  const offices = [...new Set(steps.flatMap((step) => (step.step === 'ACT' ? step.by.offices : [])))].sort();
  return [{ ...first, by: { ...first.by, offices } }];
}
