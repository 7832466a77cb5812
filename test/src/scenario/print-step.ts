import type { Done, Seen } from './walk.js';
import { at } from './walk.js';

const VALUE_MAX = 100;

/** What became of a step, for somebody who watches. */
export function printStep({ step, problems, seen }: Done): string {
  const { as, purpose } = step.does;
  const outcome = step.refused === undefined ? [] : [`      refused: ${step.refused}`];
  const wrong = problems.map((problem) => `      NOT AS SAID: ${problem}`);
  return [`  ${step.says}`, `      by ${as} for ${purpose}`, ...outcome, ...wrong, ...seen.map(printSight), ''].join(
    '\n',
  );
}

function printSight({ sight, answer, problems }: Seen): string {
  const values = Object.keys(sight.shows).map((path) => `          ${path}: ${shown(at(answer.body.data, path))}`);
  const withheld = (answer.body.extensions?.withheld ?? []).map(({ coordinate, citations }) => {
    const [cited] = citations;
    const why = cited === undefined ? '' : ` (${cited.rule}: ${cited.instrument} ${cited.article})`;
    return `          withheld: ${coordinate}${why}`;
  });
  const banner = answer.body.extensions?.banner?.text;
  return [
    `      ${sight.as}, ${sight.purpose}: ${sight.says}`,
    ...(banner === undefined ? [] : [`          ${banner}`]),
    ...values,
    ...withheld,
    ...problems.map((problem) => `          NOT AS SAID: ${problem}`),
  ].join('\n');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  const text = JSON.stringify(value);
  return text.length > VALUE_MAX ? `${text.slice(0, VALUE_MAX)}…` : text;
}
