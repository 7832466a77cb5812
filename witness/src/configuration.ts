import { PORT_NUMBER, TEXT } from '@chancery/shared/environment';
import { z } from 'zod';

/** Variables of a witness's process, `node witness/dist/main.js`, which an agency runs on a machine of its own. */
export const WITNESS_VARIABLES = z.object({
  WITNESS_NAME: TEXT.describe(
    'name that it cosigns under, a URL without its scheme, `witness.agency.example/chancery`',
  ),
  WITNESS_FOLDER: TEXT.describe('folder of the witness: its private keys in `keys/`, checkpoints, evidence'),
  WITNESS_LOG_KEYS: TEXT.describe(
    'file of the verifier keys of the logs it witnesses, one a line, got from the operator by hand',
  ),
  WITNESS_HOST: TEXT.default('127.0.0.1').describe('address to listen on; TLS ends before it'),
  WITNESS_PORT: PORT_NUMBER.default(4_100).describe('port to listen on; 0 takes a free one'),
});

const URLS = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''))
  .pipe(z.array(z.url()));

/** Variables of a mirror's process, `node witness/dist/mirror/main.js`, which an agency runs on a machine of its own. */
export const MIRROR_VARIABLES = z.object({
  MIRROR_NAME: TEXT.describe(
    'name that it cosigns under, a URL without its scheme, and another than that of a witness, `mirror.agency.example/chancery`',
  ),
  MIRROR_FOLDER: TEXT.describe(
    'folder of the mirror: its private keys in `keys/`, checkpoints, evidence, and the copies in `logs/`',
  ),
  MIRROR_LOG_KEYS: TEXT.describe(
    'file of the verifier keys of the logs it mirrors, one a line, got from the operator by hand',
  ),
  MIRROR_PEERS: URLS.describe('addresses of witnesses and mirrors of other agencies, whose checkpoints it compares'),
  MIRROR_READ_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('who shows it reads the copies over HTTP; without it nobody does'),
  MIRROR_HOST: TEXT.default('127.0.0.1').describe('address to listen on; TLS ends before it'),
  MIRROR_PORT: PORT_NUMBER.default(4_110).describe('port to listen on; 0 takes a free one'),
});
