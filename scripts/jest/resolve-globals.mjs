/** A hook of node's loader: `@jest/globals` is our own module, since jest's refuses to be loaded by node. */
const GLOBALS = new URL('test-globals.mjs', import.meta.url).href;

export function resolve(specifier, context, next) {
  return specifier === '@jest/globals' ? { url: GLOBALS, shortCircuit: true } : next(specifier, context);
}
