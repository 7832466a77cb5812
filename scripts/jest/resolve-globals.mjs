/** A hook of node's loader: `@jest/globals` is our own module, since jest's refuses to be loaded by node; hunted, `fast-check` is too. */
const GLOBALS = new URL('test-globals.mjs', import.meta.url).href;
const HUNTED = new URL('hunted-fast-check.mjs', import.meta.url).href;
const isHunt = process.env.CHANCERY_HUNT !== undefined;

export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  // Ours alone has the real one.
  if (specifier === 'fast-check' && isHunt && context.parentURL !== HUNTED) return { url: HUNTED, shortCircuit: true };
  return next(specifier, context);
}
