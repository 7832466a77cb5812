import { writeFileSync } from 'node:fs';
import { LAW_FOLDER, loadPolicies } from './load-policies.js';
import { printConditions } from './print-conditions.js';
import { printModule } from './print-module.js';
import { schemaText } from './schema-text.js';

const sources = loadPolicies();
writeFileSync(new URL('chancery.cedarschema', LAW_FOLDER), schemaText());
writeFileSync(new URL('../src/generated/policies.ts', LAW_FOLDER), printModule(sources));
writeFileSync(new URL('../src/generated/conditions.ts', LAW_FOLDER), printConditions(sources));
process.stdout.write(`${sources.length} policies\n`);
