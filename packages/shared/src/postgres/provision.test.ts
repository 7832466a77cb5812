import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withConnection } from './connect.js';
import { provisionDatabase } from './provision.js';
import { roleNamesOf } from './role-names.js';
import { createTestDatabase, dropDatabase, type TestDatabase } from './test-database.js';

describe('provisionDatabase', () => {
  let database: TestDatabase;
  let other: TestDatabase;
  beforeAll(async () => {
    [database, other] = await Promise.all([createTestDatabase('one'), createTestDatabase('two')]);
    await withConnection(database.ownerUrl, (owner) =>
      owner.query(`
        create table record (id int, handling int);
        insert into record values (1, 1), (2, 2);
        alter table record enable row level security;
        alter table record force row level security;
        create policy visible on record for select to ${roleNamesOf(database.database).service} using (handling = 1);
        grant select on record to ${roleNamesOf(database.database).service};
        create table ungranted (id int);
        create function answer() returns int language sql as 'select 42'`),
    );
  });
  afterAll(() => Promise.all([database.drop(), other.drop()]));

  const asService = (query: string) => withConnection(database.serviceUrl, (service) => service.query(query));

  it('binds the service by row level security, and gives it no way around', async () => {
    expect((await asService('select id from record')).rows).toEqual([{ id: 1 }]);
    await expect(asService('set row_security = off; select id from record')).rejects.toThrow('row-level security');
    await expect(asService('alter table record no force row level security')).rejects.toThrow('must be owner');
    await expect(asService(`set role ${roleNamesOf(database.database).owner}`)).rejects.toThrow('permission denied');
    await expect(asService('create role mighty bypassrls')).rejects.toThrow('permission denied');
  });

  it('binds the owner too once a table forces it', async () => {
    const { rows } = await withConnection(database.ownerUrl, (owner) => owner.query('select id from record'));
    expect(rows).toEqual([]);
  });

  it('opens nothing by default: no table, no function, no schema, no temporary table', async () => {
    await expect(asService('select * from ungranted')).rejects.toThrow('permission denied');
    await expect(asService('select answer()')).rejects.toThrow('permission denied');
    await expect(asService('create table mine (a int)')).rejects.toThrow('permission denied');
    await expect(asService('create temporary table mine (a int)')).rejects.toThrow('permission denied');
    await expect(asService('create schema mine')).rejects.toThrow('permission denied');
  });

  it('gives service and loader nothing to own and no role to enter', async () => {
    const { service, loader } = roleNamesOf(database.database);
    const { rows } = await withConnection(database.ownerUrl, (owner) =>
      owner.query(
        `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty,
                (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
                (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships
           from pg_roles r where rolname in ($1, $2) order by rolname`,
        [service, loader],
      ),
    );
    const none = { mighty: false, owned: 0, memberships: 0 };
    expect(rows).toEqual([
      { rolname: loader, ...none },
      { rolname: service, ...none },
    ]);
  });

  it('keeps the roles of one database out of another', async () => {
    const url = new URL(database.serviceUrl);
    for (const name of [other.database, 'postgres', 'template1']) {
      url.pathname = `/${name}`;
      await expect(withConnection(url.href, async () => {})).rejects.toThrow('permission denied for database');
    }
  });

  it('refuses a service role that was made mightier', async () => {
    const { service } = roleNamesOf(other.database);
    await withConnection(other.adminUrl, (admin) => admin.query(`alter role ${service} bypassrls`));
    const folder = mkdtempSync(join(tmpdir(), 'chancery-credentials-'));
    const again = provisionDatabase(other.adminUrl, {
      database: other.database,
      credentialsFile: join(folder, 'c.json'),
    });
    await expect(again).rejects.toThrow(`refusing roles with more rights than a service may have: \`${service}\``);
    rmSync(folder, { recursive: true });
  });

  it('refuses a name that PostgreSQL would cut or that needs quoting', async () => {
    const options = { database: 'x"; drop role postgres; --', credentialsFile: '/nonexistent' };
    await expect(provisionDatabase(database.adminUrl, options)).rejects.toThrow('not a database name');
    expect(() => roleNamesOf('a'.repeat(56))).toThrow('not a database name');
  });
});

describe('provisionDatabase by an administrator that is no superuser', () => {
  let folder: string;
  let admin: { url: string; drop(): Promise<void> };
  const name = `test_0x0_plain_${process.pid}`;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-credentials-'));
    const superuser = process.env.CHANCERY_TEST_POSTGRES ?? '';
    const url = new URL(superuser);
    [url.username, url.password] = [`${name}_admin`, 'secret'];
    await withConnection(superuser, (c) =>
      c.query(
        `create role ${name}_admin login createdb createrole password 'secret'; grant connect on database postgres to ${name}_admin`,
      ),
    );
    const drop = async () => {
      await dropDatabase(superuser, name);
      await withConnection(superuser, (c) => c.query(`drop owned by ${name}_admin; drop role ${name}_admin`));
    };
    admin = { url: url.href, drop };
  });
  afterAll(async () => {
    await admin.drop();
    rmSync(folder, { recursive: true });
  });

  it('makes the database, keeps passwords to itself, and is idempotent', async () => {
    const options = { database: name, credentialsFile: join(folder, 'credentials.json') };
    const first = await provisionDatabase(admin.url, options);
    await withConnection(first.ownerUrl, (owner) => owner.query('create table kept (a int)'));
    expect(await provisionDatabase(admin.url, options)).toEqual(first);
    expect(statSync(options.credentialsFile).mode & 0o777).toBe(0o600);
    const { rowCount } = await withConnection(first.ownerUrl, (owner) => owner.query('table kept'));
    expect(rowCount).toBe(0);
  });

  it('brings lost passwords back into force', async () => {
    const options = { database: name, credentialsFile: join(folder, 'other.json') };
    const before = await provisionDatabase(admin.url, {
      ...options,
      credentialsFile: join(folder, 'credentials.json'),
    });
    const after = await provisionDatabase(admin.url, options);
    await withConnection(after.loaderUrl, (loader) => loader.query('select 1'));
    await expect(withConnection(before.loaderUrl, async () => {})).rejects.toThrow('password authentication failed');
  });
});
