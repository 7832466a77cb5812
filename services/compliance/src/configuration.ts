import { TEXT } from '@chancery/shared/environment';
import { z } from 'zod';

/** What this service's process reads besides the variables of every service. */
export const COMPLIANCE_VARIABLES = z.object({
  CHANCERY_LEDGER_READER_URL: TEXT.optional().describe(
    'login that reads the ledger (`…_loader` of its database); without it nothing is told of entries',
  ),
});
