import type { GraphQLSchema } from 'graphql';
import type { Profile } from '../../subjects/subject.js';
import { inTransaction } from '../import/import-transaction.js';
import { FETCHES } from '../tables/fetch-table.js';
import { asGiven, type CommandShape, commandsIn, type Given, inputFor, linksIn, shownOf } from './made-input.js';
import type { SignedClient, SubgraphAnswer } from './signed-client.js';

/** A service with what its commands are tried on. */
export interface CommandWorld {
  readonly schema: GraphQLSchema;
  readonly client: SignedClient;
  readonly ownerUrl: string;
  /** Who runs a command; undefined for one that is tried elsewhere. */
  readonly runnerOf: (command: string) => Profile | undefined;
  /** Whom no grant names. */
  readonly stranger: Profile;
  /** What is given by field, or by `command.field`; else every field gets a value of its type. */
  readonly given: Given;
  /** By command: others that bring a new record to where it can be run. */
  readonly before: Readonly<Record<string, readonly string[]>>;
  /** By type: rows of a kind that no command makes, each for one command. */
  readonly rows?: Readonly<Record<string, string[]>>;
  /** Makes room for what a command makes, of which there may be one alone. */
  readonly makeRoom?: (command: string) => Promise<void>;
  /** By what ids begin: a row that no runner sees. */
  readonly hidden: Readonly<Record<string, string>>;
}

type Counts = Readonly<Record<string, number>>;
const ABSENT = '0'.repeat(26);
const WRITTEN = ['command', 'record_version'] as const;

/**
 * Walks every command of a service. Who may not run it, and who names what there is not, leaves nothing; hidden is absent, byte for byte; who may gets
 * back what was given, with its key and version; the same key is run once, and another input under it is refused. Returns what does not hold.
 */
export async function walkCommands(world: CommandWorld): Promise<string[]> {
  const shapes = new Map(commandsIn(world.schema).map((shape) => [shape.name, shape]));
  const problems: string[] = [];
  for (const shape of shapes.values()) {
    const runner = world.runnerOf(shape.name);
    if (runner === undefined) continue;
    const walk = new CommandWalk(world, shapes);
    const found = await walk.of(shape, runner).catch((error: unknown) => [String(error)]);
    problems.push(...found.map((problem) => `${shape.name}: ${problem}`));
  }
  return problems;
}

let keys = 0;
function newKey(): string {
  keys += 1;
  return `walker-${String(keys).padStart(6, '0')}`;
}

class CommandWalk {
  readonly #world: CommandWorld;
  readonly #shapes: ReadonlyMap<string, CommandShape>;

  constructor(world: CommandWorld, shapes: ReadonlyMap<string, CommandShape>) {
    this.#world = world;
    this.#shapes = shapes;
  }

  async of(shape: CommandShape, runner: Profile): Promise<string[]> {
    const input = { ...(await this.#inputOf(shape, runner)), idempotencyKey: newKey() };
    const before = await this.#counts();
    const refused = await this.#refusals(shape, runner, input);
    if (!same(await this.#counts(), before)) refused.push('a refusal leaves rows');
    return [...refused, ...(await this.#runs(shape, runner, input, before))];
  }

  /** What nobody may do, or not with this: each answer, and that hidden and absent are one. */
  async #refusals(shape: CommandShape, runner: Profile, input: Given): Promise<string[]> {
    const problems: string[] = [];
    const stranger = await this.#run(shape, this.#world.stranger, input);
    if (codeOf(stranger) !== 'WRITE_DENIED') problems.push(`a stranger gets ${codeOf(stranger)}`);
    const named = [...linksIn(shape), ...(shape.isChange ? ['id'] : [])].filter((field) => Object.hasOwn(input, field));
    for (const field of named) {
      const [first] = [input[field]].flat();
      const prefix = String(first).split('_')[0] ?? '';
      const with_ = (id: string): Given => ({ ...input, [field]: Array.isArray(input[field]) ? [id] : id });
      const absent = await this.#run(shape, runner, with_(`${prefix}_${ABSENT}`));
      if (codeOf(absent) !== 'NOT_FOUND') problems.push(`an absent ${field} is ${codeOf(absent)}`);
      const id = this.#world.hidden[prefix];
      if (id === undefined) continue;
      if (!id.startsWith(`${prefix}_`)) problems.push(`there is no hidden ${prefix} to try`);
      const hidden = await this.#run(shape, runner, with_(id));
      if (hidden.text !== absent.text) problems.push(`a hidden ${field} is not as an absent one: ${hidden.text}`);
    }
    return problems;
  }

  async #runs(shape: CommandShape, runner: Profile, input: Given, before: Counts): Promise<string[]> {
    const problems: string[] = [];
    const first = await this.#run(shape, runner, input);
    if (isRetraction(shape)) return this.#retracts(shape, runner, input, first);
    const row = rowOf(shape, first);
    if (row === null) return [`is refused: ${codeOf(first)} ${first.errors[0]?.message ?? first.text}`];
    for (const [field, value] of Object.entries(input)) {
      if (!(field in shape.record.getFields()) || field === 'id' || field === 'concurrencyToken') continue;
      const read = asGiven(row[field]);
      if (JSON.stringify(read) !== JSON.stringify(asGiven(value)))
        problems.push(`${field} was set to ${JSON.stringify(value)} and is read as ${JSON.stringify(read)}`);
    }
    const after = await this.#counts();
    for (const table of WRITTEN)
      if ((after[table] ?? 0) <= (before[table] ?? 0)) problems.push(`nothing is kept in ${table}`);
    const again = await this.#run(shape, runner, input);
    if (rowOf(shape, again)?.id !== row.id) problems.push(`the same key gives ${codeOf(again) ?? 'another record'}`);
    const text = Object.keys(input).find(
      (field) => typeof input[field] === 'string' && !NAMES.test(String(input[field])) && field !== 'idempotencyKey',
    );
    if (text !== undefined && shape.input.getFields()[text]?.type.toString().startsWith('String') === true) {
      const other = await this.#run(shape, runner, { ...input, [text]: 'Something else' });
      const code = codeOf(other);
      if (code !== 'IDEMPOTENCY_KEY_REUSED' && code !== 'INPUT_INVALID')
        problems.push(`the key for another input gives ${code}`);
    }
    if (!same(await this.#counts(), after)) problems.push('the same key is run twice');
    return problems;
  }

  /** What is taken back is there for nobody, not even for who took it back; the same key has its first answer, and another finds nothing. */
  async #retracts(shape: CommandShape, runner: Profile, input: Given, first: SubgraphAnswer): Promise<string[]> {
    const problems: string[] = [];
    if (first.errors.length > 0 || rowOf(shape, first) !== null) problems.push(`does not take back: ${first.text}`);
    const { record, one } = shape;
    const seen = await this.#world.client.query(runner, `query ($id: ID!) { one: ${one}(id: $id) { id } }`, {
      id: input.id,
    });
    if (JSON.stringify(seen.data) !== '{"one":null}')
      problems.push(`a ${record.name} is there after it was taken back`);
    const kept = `select count(*)::int as versions from record_version where record_id = $1 and content ->> 'withdrawn_at' is not null`;
    const { rows } = await inTransaction(this.#world.ownerUrl, (client) => client.query(kept, [input.id]));
    if (rows[0]?.versions !== 1) problems.push('no version says that it was taken back');
    const after = await this.#counts();
    const again = await this.#run(shape, runner, input);
    if (again.text !== first.text) problems.push(`the same key gives another answer: ${again.text}`);
    const other = await this.#run(shape, runner, { ...input, idempotencyKey: newKey() });
    if (codeOf(other) !== 'NOT_FOUND') problems.push(`what was taken back is ${codeOf(other)} to the next`);
    const reused = await this.#run(shape, runner, { ...input, reason: 'Something else' });
    if (codeOf(reused) !== 'IDEMPOTENCY_KEY_REUSED')
      problems.push(`the key for another reason gives ${codeOf(reused)}`);
    if (!same(await this.#counts(), after)) problems.push('the same key is run twice');
    return problems;
  }

  async #inputOf(shape: CommandShape, runner: Profile): Promise<Record<string, unknown>> {
    const { given, before } = this.#world;
    const input = await this.#withMade(inputFor(shape, given));
    await this.#world.makeRoom?.(shape.name);
    if (!shape.isChange) return input;
    const maker = [...this.#shapes.values()].find((each) => !each.isChange && each.record === shape.record);
    const id = maker === undefined ? this.#world.rows?.[shape.record.name]?.shift() : await this.#make(maker.name);
    if (id === undefined) throw new Error(`nothing makes a ${shape.record.name}`);
    for (const step of before[shape.name] ?? []) await this.#make(step, id);
    const needsToken = shape.input.getFields().concurrencyToken?.type.toString() === 'String!';
    return { ...input, id, ...(needsToken ? { concurrencyToken: await this.#tokenOf(shape, runner, id) } : {}) };
  }

  /** What is given as `made by …` is made for it. */
  async #withMade(input: Record<string, unknown>): Promise<Record<string, unknown>> {
    const entries: [string, unknown][] = [];
    for (const [field, value] of Object.entries(input)) {
      const command = typeof value === 'string' && value.startsWith(MADE_BY) ? value.slice(MADE_BY.length) : null;
      entries.push([field, command === null ? value : await this.#make(command)]);
    }
    return Object.fromEntries(entries);
  }

  async #make(command: string, id?: string): Promise<string> {
    const shape = this.#shapes.get(command);
    const runner = this.#world.runnerOf(command);
    if (shape === undefined || runner === undefined) throw new Error(`nobody runs ${command}`);
    const made = id === undefined ? await this.#inputOf(shape, runner) : { ...inputFor(shape, this.#world.given), id };
    const needsToken = shape.input.getFields().concurrencyToken?.type.toString() === 'String!';
    const token = id !== undefined && needsToken ? { concurrencyToken: await this.#tokenOf(shape, runner, id) } : {};
    const answer = await this.#run(shape, runner, { ...made, ...token, idempotencyKey: newKey() });
    const row = rowOf(shape, answer);
    if (row === null) throw new Error(`${command} is refused: ${answer.text}`);
    return String(row.id);
  }

  async #tokenOf({ one }: CommandShape, runner: Profile, id: string): Promise<unknown> {
    const answer = await this.#world.client.query(
      runner,
      `query ($id: ID!) { one: ${one}(id: $id) { concurrencyToken } }`,
      { id },
    );
    return (answer.data as { one?: Given } | null | undefined)?.one?.concurrencyToken;
  }

  #run(shape: CommandShape, runner: Profile, input: Given): Promise<SubgraphAnswer> {
    const document = `mutation ($input: ${shape.input.name}!) { done: ${shape.name}(input: $input) { one: ${shape.one} { ${shownOf(shape, input)} } } }`;
    return this.#world.client.mutate(runner, document, { input });
  }

  /** Rows of every table but the one that counts calls, which is written a moment after an answer, whatever it was. */
  #counts(): Promise<Counts> {
    return inTransaction(this.#world.ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> all ($1)`,
        [['handling', FETCHES]],
      );
      const list = rows.map(({ name }) => `(select count(*)::int from "${name}") as "${name}"`).join(', ');
      return (await client.query<Counts>(`select ${list}`)).rows[0] ?? {};
    });
  }
}

const MADE_BY = 'made by ';
/** An id, a word of a vocabulary or a moment: none that can be put in other words. */
const NAMES = /^([a-z]{3}_[0-9a-z]{26}|[A-Z_]+|\d{4}-.*)$/;

const codeOf = (answer: SubgraphAnswer): string | undefined => answer.errors[0]?.extensions.code;

function rowOf(_: CommandShape, answer: SubgraphAnswer): Given | null {
  const done = (answer.data as { done?: { one?: Given | null } | null } | null | undefined)?.done;
  return answer.errors.length > 0 ? null : (done?.one ?? null);
}

/** Its payload holds no record: there is none any more. */
const isRetraction = ({ name }: CommandShape): boolean => name.startsWith('retract');

const same = (one: Counts, other: Counts): boolean => JSON.stringify(one) === JSON.stringify(other);
