/** A value to be written, or text that stands between values. */
type Step = { readonly value: unknown } | { readonly text: string };

/**
 * The JSON of plain data, byte for byte what `JSON.stringify` writes, without calling itself: how deep a caller's input nests must
 * never decide whether its request can be recorded.
 */
export function printJson(data: unknown): string {
  const parts: string[] = [];
  const ahead: Step[] = [{ value: data }];
  for (let step = ahead.pop(); step !== undefined; step = ahead.pop()) {
    if ('text' in step) parts.push(step.text);
    else if (Array.isArray(step.value)) openList(step.value, ahead);
    else if (typeof step.value === 'object' && step.value !== null) openObject(step.value, ahead);
    else parts.push(JSON.stringify(step.value) ?? 'null');
  }
  return parts.join('');
}

// What comes first is put ahead last: steps are taken from the end.

function openList(items: readonly unknown[], ahead: Step[]): void {
  ahead.push({ text: ']' });
  for (let index = items.length - 1; index >= 0; index--) {
    ahead.push({ value: items[index] });
    if (index > 0) ahead.push({ text: ',' });
  }
  ahead.push({ text: '[' });
}

function openObject(object: object, ahead: Step[]): void {
  const members = Object.entries(object).filter(([, value]) => value !== undefined);
  ahead.push({ text: '}' });
  for (const [index, [key, value]] of [...members.entries()].reverse()) {
    ahead.push({ value }, { text: `${index > 0 ? ',' : ''}${JSON.stringify(key)}:` });
  }
  ahead.push({ text: '{' });
}
