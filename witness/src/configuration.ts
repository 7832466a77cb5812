import { PORT_NUMBER, TEXT } from '@chancery/shared/environment';
import { z } from 'zod';

/** Variables of a witness's process, `node witness/dist/main.js`, which an agency runs on a machine of its own. */
export const WITNESS_VARIABLES = z.object({
  WITNESS_NAME: TEXT.describe(
    'name that it cosigns under, a URL without its scheme, `witness.agency.example/chancery`',
  ),
  WITNESS_FOLDER: TEXT.describe('folder of the witness: its private key in `keys/`, checkpoints, evidence'),
  WITNESS_LOG_KEYS: TEXT.describe(
    'file of the verifier keys of the logs it witnesses, one a line, got from the operator by hand',
  ),
  WITNESS_HOST: TEXT.default('127.0.0.1').describe('address to listen on; TLS ends before it'),
  WITNESS_PORT: PORT_NUMBER.default(4_100).describe('port to listen on; 0 takes a free one'),
});
