import { AFTER } from './after.js';
import { ENTRY } from './entry.js';
import { EVACUATION } from './evacuation.js';
import { HOST } from './host.js';
import { RESPONSE } from './response.js';
import type { Chapter } from './step.js';
import { THREAT } from './threat.js';

/** The scenario of the demonstration, as it is walked by `npm run play` and by its test. */
export const SCENARIO: readonly Chapter[] = [THREAT, RESPONSE, HOST, ENTRY, EVACUATION, AFTER];
