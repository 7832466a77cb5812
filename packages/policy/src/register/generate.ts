import { writeFileSync } from 'node:fs';
import { POLICIES } from '../generated/policies.js';
import { printProcessing } from './print-processing.js';
import { printRegister } from './print-register.js';
import { loadCatalogue, loadEntries, REGISTER_FOLDER } from './register.js';

const DOCS = new URL('../../../docs/', REGISTER_FOLDER);
const entries = loadEntries();
writeFileSync(new URL('legal-register.md', DOCS), printRegister(loadCatalogue(), entries));
writeFileSync(new URL('processing-register.md', DOCS), printProcessing(POLICIES));
process.stdout.write(`${entries.length} entries\n`);
