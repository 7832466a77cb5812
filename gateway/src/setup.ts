import { LEDGER_MIGRATIONS } from '@chancery/ledger/migrations';
import { ConfigurationError } from '@chancery/shared/errors';
import { migrate } from '@chancery/shared/postgres/migrate';

/** Migrates the ledger's database, as its owner. A step of its own, so that the serving process never holds the owner's login. */
const ownerUrl = process.env.CHANCERY_LEDGER_OWNER_URL;
if (ownerUrl === undefined) throw new ConfigurationError('`CHANCERY_LEDGER_OWNER_URL` is missing');
await migrate(ownerUrl, LEDGER_MIGRATIONS, (line) => void process.stdout.write(`${line}\n`));
