import { writeFileSync } from 'node:fs';
import { POLICIES } from '../generated/policies.js';
import { loadCatalogue } from './catalogue.js';
import { loadEntries, ROOT } from './catalogue-entries.js';
import { printLegalRegister } from './print-legal-register.js';
import { printOffices } from './print-offices.js';
import { printOwnState } from './print-own-state.js';
import { printProcessing } from './print-processing.js';
import { printRuleTexts } from './print-rule-texts.js';

const DOCS = new URL('docs/', ROOT);
const catalogue = loadCatalogue();
const entries = loadEntries(catalogue);
writeFileSync(new URL('legal-register.md', DOCS), printLegalRegister(catalogue, entries));
writeFileSync(new URL('own-state.md', DOCS), printOwnState());
writeFileSync(new URL('processing-register.md', DOCS), printProcessing(POLICIES));
writeFileSync(new URL('offices.md', DOCS), printOffices());
writeFileSync(new URL('packages/policy/src/generated/rule-texts.ts', ROOT), printRuleTexts(entries, POLICIES));
process.stdout.write(`${entries.length} entries\n`);
