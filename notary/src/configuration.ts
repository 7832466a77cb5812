import { parseVerifierKey, requireCheckable } from '@chancery/ledger/notes/note-key';
import { PORT_NUMBER, TEXT } from '@chancery/shared/environment';
import { ConfigurationError } from '@chancery/shared/errors';
import { z } from 'zod';
import type { WitnessAddress } from './witness-client.js';

const HOUR_MS = 3_600_000;

const addresses = z.record(z.string(), z.url());

/** Variables of the notary's process, `node notary/dist/main.js`. */
export const NOTARY_VARIABLES = z.object({
  CHANCERY_LEDGER_NOTARY_URL: TEXT.describe('login that reads entries of the ledger and writes checkpoints'),
  CHANCERY_NOTARY_FOLDER: TEXT.describe(
    'folder of the notary alone: its private keys in `keys/`, and what it signed last',
  ),
  CHANCERY_LEDGER_ORIGIN: TEXT.default('chancery.localhost/ledger').describe(
    'name of the ledger in checkpoints, which no other ledger has; a log’s is this and its number',
  ),
  CHANCERY_PUBLISH_EVERY_MS: z.coerce
    .number({ error: 'is no number of milliseconds' })
    .int()
    .min(1)
    .default(HOUR_MS)
    .describe('how often a checkpoint is published to holders of receipts: its size tells them how busy all were'),
  CHANCERY_WITNESSES: z
    .string()
    .default('{}')
    .describe('JSON: addresses of witnesses by their verifier keys, the same address for each key of one'),
  CHANCERY_MIRRORS: z
    .string()
    .default('{}')
    .describe(
      'JSON: addresses of mirrors, which are given every entry, by their verifier keys, the same address for each key of one',
    ),
  CHANCERY_PORT: PORT_NUMBER.default(0).describe('port on 127.0.0.1; 0 takes a free one, which the ready line names'),
});

/** Reads the addresses of witnesses or mirrors, each with all its keys; throws ConfigurationError where one is not, or its key cannot be checked here. */
export function readCosigners(variable: 'CHANCERY_WITNESSES' | 'CHANCERY_MIRRORS', text: string): WitnessAddress[] {
  try {
    const entries = Object.entries(addresses.parse(JSON.parse(text)));
    const verifiersAt = (url: string) =>
      entries.filter(([, each]) => each === url).map(([key]) => parseVerifierKey(key));
    const read = [...new Set(entries.map(([, url]) => url))].map((url) => ({ url, verifiers: verifiersAt(url) }));
    for (const { verifiers } of read) requireCheckable(verifiers);
    return read;
  } catch (error) {
    throw new ConfigurationError(`\`${variable}\` does not name cosigners: ${String(error)}`);
  }
}
