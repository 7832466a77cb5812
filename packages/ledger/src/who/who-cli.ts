#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { systemClock } from '@chancery/shared/clock';
import { helped, readCommand } from '@chancery/shared/command-help';
import { withConnection } from '@chancery/shared/postgres/connect';
import { supergraphCategories } from '@chancery/shared/schema/supergraph-categories';
import type pg from 'pg';
import { openLedgerReader } from '../ledger-reader.js';
import { EXIT_CODES } from '../verify/verdict.js';
import { findAccesses } from './find-accesses.js';
import { headOf, printFound } from './print-found.js';
import { parseQuestion, USAGE, type WhoQuestion } from './question.js';
import { recordQuestion } from './record-question.js';

const SUPERGRAPH = new URL('../../../../supergraph.graphql', import.meta.url);

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return 0;
  const question = readCommand(USAGE, () => parseQuestion(args, systemClock()));
  if (question === null) return EXIT_CODES.usage;
  try {
    const { reason, ...words } = question;
    const asked = { operation: 'ledger:who', words, reason };
    const receipt = await recordQuestion(process.env.CHANCERY_LEDGER_SERVICE_URL ?? '', asked, systemClock);
    const found = await answer(question, process.env.CHANCERY_LEDGER_READER_URL ?? '');
    if (found === 0) warnOfField(question.field);
    console.error(`${found} found; the question is on the ledger, receipt ${receipt}`);
    return 0;
  } catch (error) {
    console.error(`the ledger could not be asked: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT_CODES.incomplete;
  }
}

/** That nobody saw a field must not be read from a slip of the pen; one of an earlier schema may be on the ledger all the same. */
function warnOfField(field: string | null): void {
  if (field === null || field === 'EXISTENCE') return;
  const fields = new Set<string>(supergraphCategories(readFileSync(SUPERGRAPH, 'utf8')).keys());
  if (!fields.has(field))
    console.error(`--field: \`${field}\` is no field that holds data in the schema of this checkout`);
}

async function answer(question: WhoQuestion, readerUrl: string): Promise<number> {
  return withConnection(readerUrl, (client) => answerOver(client, question, readerUrl));
}

async function answerOver(client: pg.Client, question: WhoQuestion, readerUrl: string): Promise<number> {
  const reader = await openLedgerReader(readerUrl);
  try {
    for (const line of headOf(question.form)) console.log(line);
    let count = 0;
    for await (const found of findAccesses(reader, client, question)) {
      count += found.length;
      for (const line of printFound(question.form, found)) console.log(line);
    }
    return count;
  } finally {
    await reader.close();
  }
}
