/** Points at a value in the answer, which the editor shows as JSON with one value a line. */

/** The line, from 0, of the value at a path in `JSON.stringify(value, null, 2)`; null when there is none. */
page.lineOf = (value, path) => {
  let line = 0;
  let here = value;
  for (const step of path) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) return null;
    line += 1;
    for (const key of Object.keys(here)) {
      if (key === String(step)) break;
      line += linesOf(here[key]);
    }
    here = here[step];
  }
  return line;
};

function linesOf(value) {
  if (value === null || typeof value !== 'object') return 1;
  const parts = Object.values(value);
  return parts.length === 0 ? 1 : 2 + parts.reduce((sum, part) => sum + linesOf(part), 0);
}

page.pointAt = (answer, path) => {
  const editor = document.querySelector('.result-window .CodeMirror')?.CodeMirror;
  const line = page.lineOf(answer, ['data', ...path]);
  if (!editor || line === null) return;
  editor.eachLine((each) => editor.removeLineClass(each, 'background', 'pointed-at'));
  editor.addLineClass(line, 'background', 'pointed-at');
  editor.scrollIntoView({ line, ch: 0 }, editor.getScrollInfo().clientHeight / 2);
  document.querySelector('.graphiql-response')?.scrollIntoView({ block: 'nearest' });
};
