#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { systemClock } from '@chancery/shared/clock';
import { helped, neededVariable, readCommand } from '@chancery/shared/command-help';
import { withConnection } from '@chancery/shared/postgres/connect';
import type { SidecarPart } from '../entry.js';
import { openLedgerReader } from '../ledger-reader.js';
import { parseCheckpoint } from '../notes/checkpoint.js';
import { splitNote } from '../notes/signed-note.js';
import { recordQuestion } from '../who/record-question.js';
import { type EvidenceWords, readEvidenceWords, USAGE } from './evidence-words.js';
import { type EntrySelection, selectEntries } from './select-entries.js';
import { requireEmpty, writeBundle } from './write-bundle.js';

const EXIT = { written: 0, unusable: 2, usage: 3 } as const;
const FIRST_LOG = 1;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.written;
  const given = readCommand(USAGE, () => ({
    words: readEvidenceWords(args),
    readerUrl: neededVariable('CHANCERY_LEDGER_READER_URL'),
    serviceUrl: neededVariable('CHANCERY_LEDGER_SERVICE_URL'),
    keysFile: neededVariable('CHANCERY_VERIFIER_KEYS'),
  }));
  if (given === null) return EXIT.usage;
  const { words, readerUrl, serviceUrl, keysFile } = given;
  try {
    const count = await bundle(words, { readerUrl, serviceUrl, keys: readFileSync(keysFile, 'utf8') });
    console.log(`${count} entries in ${words.folder}; node ${words.folder}/verify.mjs verifies them`);
    return EXIT.written;
  } catch (error) {
    console.error(`no evidence was written: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.unusable;
  }
}

async function bundle(
  { folder, selection, parts, reason }: EvidenceWords,
  { readerUrl, serviceUrl, keys }: { readonly readerUrl: string; readonly serviceUrl: string; readonly keys: string },
): Promise<number> {
  requireEmpty(folder);
  const asked = wordsOf(selection, parts);
  const reading = await recordQuestion(serviceUrl, { operation: 'evidence', words: asked, reason }, systemClock);
  const reader = await openLedgerReader(readerUrl);
  try {
    const checkpoint = await reader.lastCheckpoint(FIRST_LOG);
    if (checkpoint === null)
      throw new Error('no checkpoint is signed yet: the notary signs every second while it runs');
    const { size } = parseCheckpoint(splitNote(checkpoint).text);
    const entries = await withConnection(readerUrl, (client) =>
      selectEntries(reader, client, { logId: FIRST_LOG, size, selection }),
    );
    if (entries.length === 0) throw new Error('no entry under the last checkpoint is what was asked for');
    const madeAt = new Date(systemClock()).toISOString();
    const isWhole = selection.receipts.length === 0 && selection.record === null;
    await writeBundle(
      reader,
      { logId: FIRST_LOG, checkpoint, entries, parts, keys, asked, madeAt, reading, isWhole },
      folder,
    );
    return entries.length;
  } finally {
    await reader.close();
  }
}

function wordsOf(
  { receipts, from, to, record }: EntrySelection,
  parts: readonly SidecarPart[],
): Record<string, string> {
  return {
    ...(receipts.length === 0 ? {} : { receipts: receipts.join(' ') }),
    ...(from === null ? {} : { from: new Date(from).toISOString() }),
    ...(to === null ? {} : { to: new Date(to).toISOString() }),
    ...(record === null ? {} : { record }),
    with: parts.join(' '),
  };
}
