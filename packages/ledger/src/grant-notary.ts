import { withConnection } from '@chancery/shared/postgres/connect';

/** Tables, and what the notary may do with each: it reads entries, and writes what follows from them. */
const GRANTS = [
  'usage on schema public',
  'select on audit_head, audit_entry, audit_said',
  'select, insert, update (hashes) on audit_tile',
  'select, insert, update (note, published_at) on audit_checkpoint',
  'select, insert on audit_receipt',
  'select, update (note) on audit_retired',
];

/** Gives the notary's role its rights, as the owner of the ledger; where no such role is, nobody signs, and nothing is done. */
export async function grantNotary(ownerUrl: string): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    for (const grant of GRANTS) {
      await owner.query(`do $$ begin
        if exists (select from pg_roles where rolname = current_database() || '_notary') then
          execute 'grant ${grant} to ' || quote_ident(current_database() || '_notary');
        end if;
      end $$`);
    }
  });
}
