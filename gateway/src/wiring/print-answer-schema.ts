import { answerSchema } from '../stages/respond/extensions-shape.js';

// `node gateway/dist/wiring/print-answer-schema.js > docs/answer.schema.json`; a test keeps it fresh.
process.stdout.write(`${JSON.stringify(answerSchema(), null, 2)}\n`);
