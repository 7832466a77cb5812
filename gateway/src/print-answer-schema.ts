import { answerSchema } from './extensions-shape.js';

// `node gateway/dist/print-answer-schema.js > docs/answer.schema.json`; a test keeps it fresh.
process.stdout.write(`${JSON.stringify(answerSchema(), null, 2)}\n`);
