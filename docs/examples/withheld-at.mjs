/**
 * Why the value at a place of an answer was withheld: the item of `extensions.withheld` that covers it, or null when the null there
 * stands for something that is absent. `path` is made of response keys and indices, as in `errors[].path`.
 *
 * An item lists up to 100 places exactly. When it covers more, its last paths are patterns with `"*"` for any index
 * (`pathsTruncated` is true): a pattern covers a null that it matches, and never a value that is there.
 */
export function withheldAt(response, path) {
  if (valueAt(response.data, path) !== null) return null;
  const items = response.extensions?.withheld ?? [];
  return items.find(({ paths }) => paths.some((covered) => covers(covered, path))) ?? null;
}

function covers(covered, path) {
  return (
    covered.length === path.length &&
    covered.every((key, at) => key === path[at] || (key === '*' && typeof path[at] === 'number'))
  );
}

/** Undefined for a place that the answer does not have: above it a holder is null, or nobody asked for it. */
function valueAt(data, path) {
  let value = data;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}
