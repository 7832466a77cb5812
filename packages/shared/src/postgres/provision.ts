import type pg from 'pg';
import { ConfigurationError } from '../errors.js';
import { withConnection } from './connect.js';
import { type Credentials, openCredentialsFile } from './credentials.js';
import { notaryNameOf, type RoleNames, roleNamesOf } from './role-names.js';

/** Connection strings to one database, a role each. */
export interface DatabaseUrls {
  /** For migrations alone. */
  readonly ownerUrl: string;
  /** For requests. */
  readonly serviceUrl: string;
  /** For imports and handlings. */
  readonly loaderUrl: string;
}

/** What to provision, and where its passwords are kept. */
export interface ProvisionOptions {
  readonly database: string;
  readonly credentialsFile: string;
}

/** Makes a database with its three roles, or brings the one that is there to the same state. */
export async function provisionDatabase(adminUrl: string, options: ProvisionOptions): Promise<DatabaseUrls> {
  return provisionWith(adminUrl, options.database, openCredentialsFile(options.credentialsFile));
}

/** The same with passwords from elsewhere. */
export async function provisionWith(
  adminUrl: string,
  database: string,
  credentials: Credentials,
): Promise<DatabaseUrls> {
  const roles = roleNamesOf(database);
  await withConnection(adminUrl, async (admin) => {
    // Roles belong to the whole server, and two sessions that change one at once fail: one provisioning at a time.
    await admin.query(`select pg_advisory_lock(hashtext('chancery.provision'))`);
    for (const role of Object.values(roles)) await ensureRole(admin, role, credentials.passwordOf(role));
    await assertHarmless(admin, Object.values(roles), roles.owner);
    await ensureDatabase(admin, database, roles);
  });
  const urlOf = (role: string) => roleUrl(adminUrl, database, role, credentials.passwordOf(role));
  const urls = { ownerUrl: urlOf(roles.owner), serviceUrl: urlOf(roles.service), loaderUrl: urlOf(roles.loader) };
  await withConnection(urls.ownerUrl, (owner) => closeSchema(owner, roles));
  return urls;
}

/** Adds the notary's role to the ledger's database, which is there; gives its connection string. What it may do, the ledger's setup says. */
export async function provisionNotary(
  adminUrl: string,
  { database, credentials }: { readonly database: string; readonly credentials: Credentials },
): Promise<string> {
  const notary = notaryNameOf(database);
  await withConnection(adminUrl, async (admin) => {
    await admin.query(`select pg_advisory_lock(hashtext('chancery.provision'))`);
    await ensureRole(admin, notary, credentials.passwordOf(notary));
    await assertHarmless(admin, [notary], roleNamesOf(database).owner);
    await admin.query(`grant connect on database ${database} to ${notary}`);
  });
  return roleUrl(adminUrl, database, notary, credentials.passwordOf(notary));
}

async function ensureRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
  // Utility statements take no parameters; `Credentials` makes passwords without a character to escape.
  if (!/^[\w-]+$/.test(password)) throw new ConfigurationError(`the kept password of \`${role}\` is not one of ours`);
  await admin.query(`set password_encryption = 'scram-sha-256'`);
  await admin.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} login password '${password}'`);
}

// A role that someone made mightier, or put in another's place, would make row level security an ornament.
async function assertHarmless(admin: pg.Client, roles: readonly string[], owner: string): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>(
    `select rolname from pg_roles r where rolname = any($1)
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
             or rolname <> $2 and exists (select from pg_auth_members m where m.member = r.oid))`,
    [roles, owner],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ rolname }) => `\`${rolname}\``).join(', ');
  throw new ConfigurationError(`refusing roles with more rights than a service may have: ${names}`);
}

async function ensureDatabase(
  admin: pg.Client,
  database: string,
  { owner, service, loader }: RoleNames,
): Promise<void> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) {
    // Needed by an administrator that is no superuser, to give the database away.
    await admin.query(`grant ${owner} to current_user`);
    await admin.query(
      `create database ${database} owner ${owner} template template0 encoding 'UTF8' locale_provider libc locale 'C'`,
    );
  }
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(`grant connect on database ${database} to ${service}, ${loader}`);
}

// Tables are granted by each service's migrations, one by one: nothing is opened by default.
async function closeSchema(owner: pg.Client, roles: RoleNames): Promise<void> {
  await owner.query('revoke all on schema public from public');
  await owner.query(`grant usage on schema public to ${roles.service}, ${roles.loader}`);
  await owner.query('alter default privileges revoke execute on functions from public');
}

function roleUrl(adminUrl: string, database: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}
