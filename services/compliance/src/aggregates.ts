import { legalActs } from './acts/legal-act.js';
import { legalInstruments } from './register/legal-instrument.js';
import { legalRules } from './register/legal-rule.js';

/** Everything that compliance owns. */
export const aggregates = [legalInstruments, legalRules, legalActs];
