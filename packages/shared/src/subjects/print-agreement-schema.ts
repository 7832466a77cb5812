import { agreementSchema } from './agreement-shape.js';

// `node packages/shared/dist/subjects/print-agreement-schema.js > docs/trust-agreement.schema.json`; a test keeps it fresh.
process.stdout.write(`${JSON.stringify(agreementSchema(), null, 2)}\n`);
