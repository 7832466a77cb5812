import { grantNotary } from '@chancery/ledger/grant-notary';
import { LEDGER_MIGRATIONS } from '@chancery/ledger/migrations';
import { readEnvironment } from '@chancery/shared/environment';
import { migrate } from '@chancery/shared/postgres/migrate';
import { LEDGER_SETUP_VARIABLES } from './configuration.js';

/** Migrates the ledger's database, as its owner. A step of its own, so that the serving process never holds the owner's login. */
const { CHANCERY_LEDGER_OWNER_URL } = readEnvironment(LEDGER_SETUP_VARIABLES, process.env);
await migrate(CHANCERY_LEDGER_OWNER_URL, LEDGER_MIGRATIONS, (line) => void process.stdout.write(`${line}\n`));
await grantNotary(CHANCERY_LEDGER_OWNER_URL);
