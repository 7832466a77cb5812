#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isReceipt } from '@chancery/shared/brands';
import { systemClock } from '@chancery/shared/clock';
import { helped } from '@chancery/shared/command-help';
import { withConnection } from '@chancery/shared/postgres/connect';
import { tieReceipts } from '@chancery/shared/receipt-argument';
import { writtenInstant } from '@chancery/shared/written-instant';
import { SIDECAR_PARTS, type SidecarPart } from '../entry.js';
import { openLedgerReader } from '../ledger-reader.js';
import { parseCheckpoint } from '../notes/checkpoint.js';
import { splitNote } from '../notes/signed-note.js';
import { recordQuestion } from '../who/record-question.js';
import { type EntrySelection, selectEntries } from './select-entries.js';
import { writeBundle } from './write-bundle.js';

const USAGE = `usage: npm run evidence -- FOLDER (--receipt R … | [--from 2026-09-21] [--to 2026-09-22T12:00:00Z] [--record Report:rep_1])
         --reason "why" [--with access|records|private|said …]
Writes entries of the ledger into FOLDER, which must be new or empty, with their proofs, the last signed checkpoint, the verifier keys, and a verifier that needs
nothing but Node: to be handed to who has no access here. Parts of sidecars go with them only where --with names them; by default the lists of what was decided (access). What an entry says it says of
people: the reason is recorded with the question before anything is written. Exit: 0 written, 2 no such entry, no checkpoint, or the ledger cannot be used, 3 usage.`;
const EXIT = { written: 0, unusable: 2, usage: 3 } as const;
const FIRST_LOG = 1;

interface Words {
  readonly folder: string;
  readonly selection: EntrySelection;
  readonly parts: readonly SidecarPart[];
  readonly reason: string;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.written;
  const words = readWords(args);
  const { CHANCERY_LEDGER_READER_URL: readerUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl } = process.env;
  const { CHANCERY_VERIFIER_KEYS: keysFile } = process.env;
  if (words === null || readerUrl === undefined || serviceUrl === undefined || keysFile === undefined) {
    console.error(USAGE);
    return EXIT.usage;
  }
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
  { folder, selection, parts, reason }: Words,
  { readerUrl, serviceUrl, keys }: { readonly readerUrl: string; readonly serviceUrl: string; readonly keys: string },
): Promise<number> {
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

function readWords(args: readonly string[]): Words | null {
  try {
    const text = { type: 'string' } as const;
    const several = { type: 'string', multiple: true } as const;
    const options = { receipt: several, from: text, to: text, record: text, reason: text, with: several } as const;
    const { values, positionals } = parseArgs({ args: tieReceipts(args), options, allowPositionals: true });
    const [folder, ...rest] = positionals;
    const { receipt: receipts = [], record = null, reason = '', with: named = ['access'] } = values;
    const parts = named.flatMap((name) => SIDECAR_PARTS.find((known) => known === name) ?? []);
    const [from, to] = [instantOf(values.from), instantOf(values.to)];
    const isChosen =
      receipts.length > 0 ? from === null && to === null && record === null : from !== null || record !== null;
    if (folder === undefined || rest.length > 0 || reason === '' || parts.length !== named.length) return null;
    return isChosen && receipts.every(isReceipt)
      ? { folder, selection: { receipts, from, to, record }, parts, reason }
      : null;
  } catch {
    return null;
  }
}

function instantOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const instant = writtenInstant(text);
  if (instant === null) throw new RangeError(`\`${text}\` is no time`);
  return instant;
}
