import { withConnection } from '@chancery/shared/postgres/connect';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { profileFor, type RunningAccess, runAccess } from './running-access.js';

const [EMBASSY = '', OTHER = ''] = ['Q875787', 'Q470042'];
const NOWHERE = `ctv_${'0'.repeat(26)}`;
const TABLES = ['contractor_vetting', 'command', 'record_version', 'outbox', 'event', 'handling'];

const handlingFor = (rel: string, post = EMBASSY): string =>
  `l=USA:0;rel=${rel};nat=*;pur=*;own=USA.diplomatic-security;m=${post};t=synthetic`;
const [TOLD, HIDDEN, ELSEWHERE] = [handlingFor('DEU+USA'), handlingFor('USA'), handlingFor('DEU+USA', OTHER)];
const KEPT = '(l=USA:0;rel=USA;nat=*;pur=*)';
const DOCUMENT_KEPT = `${TOLD}!ContractorVetting.idDocument${KEPT}`;
const OPENING_KEPT = `${TOLD}!ContractorVetting.opensAt${KEPT}`;
const STATUS_KEPT = `${TOLD}!ContractorVetting.status${KEPT}`;
type Vetting = Parameters<RunningAccess['load']>[0][number];

describe('a command that moves a record', () => {
  let posts: PublishedPosts;
  let running: RunningAccess;
  let made = 0;
  let keys = 0;

  beforeAll(async () => {
    posts = await publishPosts([EMBASSY, OTHER]);
    // A service that stands still in time reads the handlings that there are once.
    for (const handling of [TOLD, HIDDEN, ELSEWHERE, DOCUMENT_KEPT, OPENING_KEPT, STATUS_KEPT])
      rows.push(rowOf(handling, {}));
    running = await runAccess(posts.ownerUrl, rows);
  });
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
  });

  const owner = <T extends object>(text: string, values: unknown[] = []) =>
    withConnection(running.database.ownerUrl, async (client) => (await client.query<T>(text, values)).rows);

  const rows: Vetting[] = [];
  function rowOf(handling: string, changes: Partial<Vetting>): Vetting {
    made += 1;
    return {
      handling,
      synthetic: true,
      contractorRef: `M-${made}`,
      idDocument: null,
      opensAt: new Date('2026-10-01T08:00:00Z'),
      closesAt: null,
      status: 'IN_REVIEW',
      watchlistRef: null,
      mission: posts.ids.get(EMBASSY) ?? null,
      ...changes,
    };
  }
  /** Puts a vetting there as an import would; gives its id. */
  async function vetting(handling: string, changes: Partial<Vetting> = {}): Promise<string> {
    const row = rowOf(handling, changes);
    rows.push(row);
    await running.load(rows);
    const text = 'select id from contractor_vetting where contractor_ref = $1';
    return (await owner<{ id: string }>(text, [row.contractorRef]))[0]?.id ?? '';
  }

  /** Runs a command under a key of its own. */
  function runs(field: string, represents: string, input: Readonly<Record<string, unknown>>) {
    keys += 1;
    const typeName = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    return running.client.mutate(
      profileFor(represents),
      `mutation ($input: ${typeName}!) {
        ${field}(input: $input) { contractorVetting { id handling status idDocument concurrencyToken } } }`,
      { input: { idempotencyKey: `moved-${String(keys).padStart(4, '0')}`, ...input } },
    );
  }
  const decide = (represents: string, input: Readonly<Record<string, unknown>>) =>
    runs('decideContractorVetting', represents, { status: 'CLEARED', concurrencyToken: 'x', ...input });
  const amend = (represents: string, input: Readonly<Record<string, unknown>>) =>
    runs('amendContractorVetting', represents, input);
  const codeOf = async (answer: ReturnType<typeof decide>) => {
    const { errors, data } = await answer;
    return errors[0]?.extensions.code ?? (data === null ? 'NO DATA' : 'DONE');
  };
  async function tokenOf(represents: string, id: string): Promise<string> {
    const { data } = await running.client.query(
      profileFor(represents),
      `{ contractorVetting(id: "${id}") { concurrencyToken } }`,
    );
    return (data as { contractorVetting: { concurrencyToken: string } }).contractorVetting.concurrencyToken;
  }
  async function counts(): Promise<object | undefined> {
    const text = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
    return (await owner(`select ${text}`))[0];
  }
  const contentOf = async (id: string) =>
    (await owner<{ row: object }>('select to_jsonb(t) as row from contractor_vetting t where id = $1', [id]))[0]?.row;
  /** What a refusal says, of which nothing at all was written. */
  async function refusal(represents: string, input: Readonly<Record<string, unknown>>) {
    const before = [await counts(), await contentOf(String(input.id))];
    const answer = await decide(represents, input);
    expect([await counts(), await contentOf(String(input.id))]).toEqual(before);
    expect(answer.data).toEqual({ decideContractorVetting: null });
    return answer.errors[0]?.extensions;
  }

  it('takes it where the caller chooses, keeps what it was and what it is, and tells its event', async () => {
    const id = await vetting(TOLD);
    const before = await counts();
    const answer = await decide('DEU', { id, idDocument: 'passport', concurrencyToken: await tokenOf('DEU', id) });

    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({
      decideContractorVetting: {
        contractorVetting: {
          id,
          status: 'CLEARED',
          idDocument: 'passport',
          concurrencyToken: await tokenOf('DEU', id),
        },
      },
    });
    const grown = { contractor_vetting: 0, command: 1, record_version: 2, outbox: 0, event: 1, handling: 0 };
    const after = (await counts()) as Record<string, number>;
    const was = before as Record<string, number>;
    expect(Object.fromEntries(TABLES.map((table) => [table, (after[table] ?? 0) - (was[table] ?? 0)]))).toEqual(grown);
    const versions = await owner(
      'select version, content ->> $2 as status, call from record_version where record_id = $1 order by version',
      [id, 'status'],
    );
    expect(versions).toMatchObject([
      { version: 1, status: 'IN_REVIEW', call: 'import' },
      { version: 2, status: 'CLEARED' },
    ]);
    const [event] = await owner<{ columns: string[] }>('select columns from event order by seq desc limit 1');
    expect(event?.columns).toEqual(['id_document', 'record_version', 'status']);
  });

  it('is refused in this order: its input, the profile, what is not there, the post, what may not be set, the state, the token', async () => {
    const hidden = await vetting(HIDDEN);
    const elsewhere = await vetting(ELSEWHERE, { status: 'CLEARED' });
    const closed = await vetting(DOCUMENT_KEPT, { status: 'CLEARED' });
    const done = await vetting(TOLD, { status: 'CLEARED' });
    const open = await vetting(TOLD);
    const wrong = { idDocument: 'passport' };

    expect(await refusal('FRA', { ...wrong, id: NOWHERE, status: 'REQUESTED' })).toEqual({
      code: 'INPUT_INVALID',
      argument: 'input.status',
    });
    expect(await refusal('FRA', { ...wrong, id: NOWHERE, idDocument: ' ' })).toEqual({
      code: 'INPUT_INVALID',
      argument: 'input.idDocument',
    });
    expect(await refusal('FRA', { ...wrong, id: NOWHERE })).toEqual({ code: 'WRITE_DENIED', rules: ['CHY-DENY'] });
    expect(await refusal('DEU', { ...wrong, id: hidden })).toEqual({ code: 'NOT_FOUND', argument: 'input.id' });
    expect(await refusal('DEU', { ...wrong, id: elsewhere })).toEqual({ code: 'WRITE_DENIED', rules: ['CHY-DENY'] });
    expect(await refusal('DEU', { ...wrong, id: closed })).toMatchObject({
      code: 'WRITE_DENIED',
      argument: 'input.idDocument',
    });
    expect(await refusal('DEU', { ...wrong, id: done })).toEqual({ code: 'TRANSITION_INVALID', argument: 'input.id' });
    expect(await refusal('DEU', { ...wrong, id: open })).toEqual({
      code: 'CONFLICT',
      argument: 'input.concurrencyToken',
    });
  });

  it('of a hidden record is answered as of one that there is not, byte for byte, whatever its state', async () => {
    const hidden = [await vetting(HIDDEN), await vetting(HIDDEN, { status: 'CLEARED' })];
    const idempotencyKey = 'hidden-0001';
    const absent = (await decide('DEU', { id: NOWHERE, idempotencyKey })).text;

    for (const id of [...hidden, 'x', '', NOWHERE.replace('ctv', 'inc')]) {
      expect((await decide('DEU', { id, idempotencyKey })).text).toBe(absent);
    }
  });

  it('tells no state to who may not read it', async () => {
    const moved = await vetting(STATUS_KEPT, { status: 'CLEARED' });
    const open = await vetting(STATUS_KEPT);

    expect(await refusal('DEU', { id: moved })).toMatchObject({ code: 'WRITE_DENIED' });
    expect(await refusal('DEU', { id: open })).toEqual(await refusal('DEU', { id: moved }));
  });

  it('with one key runs once, also twice at once, and gives the first result after', async () => {
    const id = await vetting(TOLD);
    const input = { id, idempotencyKey: 'once-0001', concurrencyToken: await tokenOf('DEU', id) };
    const answers = await Promise.all([decide('DEU', input), decide('DEU', input)]);

    expect(answers.map(({ errors }) => errors)).toEqual([[], []]);
    expect(answers[0]?.data).toEqual(answers[1]?.data);
    expect((await decide('DEU', input)).data).toEqual(answers[0]?.data);
    expect(await owner('select from record_version where record_id = $1', [id])).toHaveLength(2);
    expect(await codeOf(decide('DEU', { ...input, status: 'REFUSED' }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('with two keys and one token at once is done once, and where its state still allows it is a CONFLICT the second time', async () => {
    const id = await vetting(TOLD);
    const concurrencyToken = await tokenOf('DEU', id);
    const amendTo = (idDocument: string) => amend('DEU', { id, idDocument, concurrencyToken });
    const amended = await Promise.all([codeOf(amendTo('passport')), codeOf(amendTo('badge'))]);

    expect(amended.sort()).toEqual(['CONFLICT', 'DONE']);
    expect(await owner('select from record_version where record_id = $1', [id])).toHaveLength(2);

    const token = await tokenOf('DEU', id);
    const decideAs = (status: string) => decide('DEU', { id, status, concurrencyToken: token });
    const decided = await Promise.all([codeOf(decideAs('CLEARED')), codeOf(decideAs('REFUSED'))]);
    expect(decided.sort()).toEqual(['DONE', 'TRANSITION_INVALID']);
    expect(await codeOf(amend('DEU', { id, idDocument: 'x', concurrencyToken: await tokenOf('DEU', id) }))).toBe(
      'TRANSITION_INVALID',
    );
  });

  it('leaves what is left out or null, and asks for no token where it writes no text', async () => {
    const id = await vetting(TOLD, { status: 'REQUESTED', idDocument: 'passport' });
    const started = await runs('takeUpContractorVetting', 'DEU', { id });

    expect(started.data).toMatchObject({
      takeUpContractorVetting: { contractorVetting: { status: 'IN_REVIEW', idDocument: 'passport' } },
    });
    const amended = await amend('DEU', { id, idDocument: null, concurrencyToken: await tokenOf('DEU', id) });
    expect(amended.data).toMatchObject({ amendContractorVetting: { contractorVetting: { idDocument: 'passport' } } });
    expect(await codeOf(runs('takeUpContractorVetting', 'DEU', { id }))).toBe('TRANSITION_INVALID');
    expect(await codeOf(runs('amendContractorVetting', 'DEU', { id, idDocument: 'x' }))).toBe('INPUT_INVALID');
  });

  it('tells by no rule of the table of a field that its caller may not read, and refuses what contradicts one that it may', async () => {
    const [told, kept] = [await vetting(TOLD), await vetting(OPENING_KEPT)];
    const closing = async (id: string, closesAt: string) =>
      (await amend('DEU', { id, closesAt, concurrencyToken: await tokenOf('DEU', id) })).errors[0]?.extensions;
    const before = [await counts(), await contentOf(told), await contentOf(kept)];

    expect(await closing(told, '2026-09-30T08:00:00Z')).toEqual({ code: 'INPUT_INVALID', argument: 'input' });
    const denied = await closing(kept, '2026-09-30T08:00:00Z');
    expect(denied).toMatchObject({ code: 'WRITE_DENIED', argument: 'input.opensAt' });
    expect(await closing(kept, '2026-10-02T08:00:00Z')).toEqual(denied);
    expect([await counts(), await contentOf(told), await contentOf(kept)]).toEqual(before);
    expect(await closing(told, '2026-10-02T08:00:00Z')).toBeUndefined();
  });

  it('never lowers a label, and raises it by what the change is drawn from or refers to', async () => {
    const [id, source] = [await vetting(TOLD), await vetting(HIDDEN)];
    const labelOf = async () =>
      (
        await owner<{ text: string }>(
          'select h.text from contractor_vetting t join handling h on h.id = t.handling_id where t.id = $1',
          [id],
        )
      )[0]?.text;

    expect(
      await codeOf(amend('USA', { id, mission: posts.ids.get(EMBASSY), concurrencyToken: await tokenOf('USA', id) })),
    ).toBe('DONE');
    expect(await labelOf()).toBe(TOLD);
    const drawn = { id, derivedFrom: [source], concurrencyToken: await tokenOf('USA', id) };
    expect(await codeOf(decide('DEU', drawn))).toBe('NOT_FOUND');
    expect(await codeOf(decide('USA', drawn))).toBe('DONE');
    expect(await labelOf()).toBe(HIDDEN);
    expect(await codeOf(decide('DEU', { id }))).toBe('NOT_FOUND');
    const told = await owner('select version, existence_handling from outbox where id = $1', [id]);
    expect(told).toEqual([{ version: 3, existence_handling: HIDDEN }]);
  });

  it('stays as it is when its import comes again', async () => {
    const id = await vetting(TOLD);
    expect(await codeOf(decide('DEU', { id, concurrencyToken: await tokenOf('DEU', id) }))).toBe('DONE');
    const decided = await contentOf(id);

    expect(await running.load(rows)).toEqual({ changed: 0, withdrawn: 0 });
    expect(await running.load(rows.slice(0, -1))).toEqual({ changed: 0, withdrawn: 0 });
    expect(await contentOf(id)).toEqual(decided);
  });

  it('lets the login role of requests change only what commands change, of rows that it sees', async () => {
    const id = await vetting(TOLD);
    const [row] = await owner<{ handling: number }>(
      'select handling_id as handling from contractor_vetting where id = $1',
      [id],
    );
    const run = (visible: string, text: string) =>
      withConnection(running.database.serviceUrl, async (service) => {
        await service.query('begin');
        await service.query(`select set_config('app.visible', $1, true)`, [visible]);
        return (await service.query(text)).rowCount;
      });
    const bits = '0'.repeat(row?.handling ?? 0);
    const update = (set: string) => `update contractor_vetting set ${set} where id = '${id}'`;

    expect(await run(`${bits}1`, update(`status = 'CLEARED'`))).toBe(1);
    expect(await run(`${bits}0`, update(`status = 'CLEARED'`))).toBe(0);
    await expect(run(`${bits}1`, update('handling_id = handling_id + 1'))).rejects.toThrow('row-level security');
    for (const set of [
      `contractor_ref = 'x'`,
      `id = 'x'`,
      'synthetic = false',
      'imported_by = null',
      'withdrawn_at = now()',
    ]) {
      await expect(run(`${bits}1`, update(set))).rejects.toThrow('permission denied');
    }
  });

  it('has the same token in two worlds that differ in what its reader may not read, and another when that changes which it may', async () => {
    const id = await vetting(DOCUMENT_KEPT, { idDocument: 'passport' });
    const [german, american] = [await tokenOf('DEU', id), await tokenOf('USA', id)];
    const set = (text: string) => owner(`update contractor_vetting set ${text} where id = $1`, [id]);

    await set(`id_document = 'badge', watchlist_ref = 'L-9', imported_by = null`);
    expect(await tokenOf('DEU', id)).toBe(german);
    expect(await tokenOf('USA', id)).not.toBe(american);
    await set(`contractor_ref = 'M-x'`);
    expect(await tokenOf('DEU', id)).not.toBe(german);
  });
});
