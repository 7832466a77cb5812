/**
 * What an object that was parsed holds of its own under a name: names like `constructor` are inherited by every one, and are nobody's
 * answer. What is inherited is a function, or the prototype itself; what was parsed is neither.
 */
export function ownValue(holder: object, key: string): unknown {
  const value = (holder as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'function' || value === Object.prototype ? undefined : value;
}
