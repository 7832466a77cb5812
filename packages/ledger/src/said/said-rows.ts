/** The only key of a line that is a row of an export, and the first step of the path to a value of it. */
export const ROW = 'row';

const LINE = `{"${ROW}":`;

/** The rows of the lines that the entry of a page of an export commits to; null of the text of an answer. */
export function linesOf(answered: string): readonly unknown[] | null {
  if (answered !== '' && !answered.startsWith(LINE)) return null;
  return answered
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line)[ROW]);
}
