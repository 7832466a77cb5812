import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// On Node 20 and 22 V8 can abort the whole process when it deoptimises a caller into which a call to WebAssembly was
// inlined. Build and tests load Cedar through this module alone; a serving process never does.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

type CedarWasm = typeof import('@cedar-policy/cedar-wasm/nodejs');

/** The reference implementation of Cedar: for the build and for tests, never for a serving process. */
export const cedar: CedarWasm = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs');
