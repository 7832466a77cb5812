import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import { withConnection } from '@chancery/shared/postgres/connect';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { CONSULATE, demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { HandlingTable } from '@chancery/shared/subgraph/visibility/handling-table';
import type { Profile } from '@chancery/shared/subjects/subject';
import { projectPage } from '../audit/projection.js';
import { type Disclosed, disclosingEntry } from './disclosing-entry.js';
import { runCompliance } from './running-compliance.js';
import { tellingOf } from './telling.js';

/** The service with posts takes so long to start, at load. */
export const DUTIES_START_WITHIN_MS = 120_000;
export const FIRE = 'act_exercise_fire_q470042@1';
export const OF_DETENTION = `l=-;rel=DEU+USA;nat=*;pur=*;own=DEU.police;m=${CONSULATE};t=notificationRequested+ownNational`;
const OF_CONSULATE = `l=-;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=${CONSULATE};t=synthetic`;
const DAY_MS = 86_400_000;
const TELLING = tellingOf('deu.fire-service');
const SHOWN = `id kind rule term state standing arisenAt dueAt latestAt dueSoonAt overdueAt debtor owedTo creditor mission { id } doneAt waiver
  agency subject purpose receipt coordinates act count lastAt evidence doneBy concurrencyToken`;

/** An obligation as somebody is answered. */
export type DutyRow = Readonly<Record<string, unknown>>;

/** Rescuers of the host are shown a plan of the consulate in a declared fire. */
export const assumed = (changes: Partial<Disclosed> = {}): Disclosed => ({
  agency: 'DEU.fire-service',
  handling: OF_CONSULATE,
  coordinate: 'Premises.floorPlan',
  rule: 'VCCR-31-2D',
  acts: [FIRE],
  owed: [['NOTIFY_POST', 300]],
  ...changes,
});

/** Police of the host read the record of a national who asked that the consulate be told. */
export const held = (changes: Partial<Disclosed> = {}): Disclosed => ({
  agency: 'DEU.police',
  handling: OF_DETENTION,
  coordinate: 'Detention.place',
  rule: 'VCCR-36-1b',
  acts: [],
  owed: [['NOTIFY_POST', 0]],
  ...changes,
});

/** The service, on whose database entries of the ledger are projected by hand. */
export class RunningDuties implements AsyncDisposable {
  readonly posts: PublishedPosts;
  readonly compliance: RunningService;
  readonly #handlings: HandlingTable;
  readonly #time: { now: number };
  /** The day of one test; each has its own, so that no clock goes back. */
  start = NOW;
  log = 0;
  #keys = 0;

  private constructor(
    posts: PublishedPosts,
    compliance: RunningService,
    handlings: HandlingTable,
    time: { now: number },
  ) {
    this.posts = posts;
    this.compliance = compliance;
    this.#handlings = handlings;
    this.#time = time;
  }

  static async open(): Promise<RunningDuties> {
    const time = { now: NOW };
    const clock = (): number => time.now;
    const posts = await publishPosts([EMBASSY, CONSULATE]);
    const compliance = await runCompliance({ missionsOwnerUrl: posts.ownerUrl, ...demoLaw(), clock });
    const { loaderUrl } = compliance.database;
    const handlings = await HandlingTable.open({ loaderUrl, clock, log: () => undefined });
    return new RunningDuties(posts, compliance, handlings, time);
  }

  get now(): number {
    return this.#time.now;
  }

  /** Moves the clock. */
  set now(instant: number) {
    this.#time.now = instant;
  }

  /** Begins another day on which nothing is owed. */
  async begin(): Promise<void> {
    await this.asOwner('delete from obligation');
    this.start = Math.max(this.start, this.now) + DAY_MS;
    this.now = this.start;
  }

  /** So many seconds after the day began. */
  at(seconds: number): string {
    return new Date(this.start + seconds * 1_000).toISOString();
  }

  asOwner<T extends object>(text: string) {
    return inTransaction(this.compliance.database.ownerUrl, (owner) => owner.query<T>(text));
  }

  /** Entries of a log of their own, in which nothing else stands, each so many seconds after the day began. */
  entries(disclosed: readonly (readonly [Disclosed, number])[]): FollowedEntry[] {
    this.log += 1;
    return disclosed.map(([each, seconds], index) =>
      disclosingEntry(each, { logId: this.log, index, at: this.start + seconds * 1_000 }),
    );
  }

  async project(page: readonly FollowedEntry[]): Promise<void> {
    await withConnection(this.compliance.database.loaderUrl, (client) =>
      projectPage(client, this.#handlings, page, TELLING),
    );
    // The service looks for handlings that are new once a second.
    this.now += 1_000;
  }

  async seen(profile: Profile, filter = ''): Promise<DutyRow[]> {
    const document = `{ obligations(first: 100 ${filter}) { edges { node { ${SHOWN} } } } }`;
    const { data, errors } = await this.compliance.client.query(profile, document);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return (data as { obligations: { edges: { node: DutyRow }[] } }).obligations.edges.map(({ node }) => node);
  }

  /** The one that somebody sees; throws when there is none, or another. */
  async onlyOne(profile: Profile, filter = ''): Promise<DutyRow> {
    const [row, ...others] = await this.seen(profile, filter);
    if (row === undefined || others.length > 0) throw new Error(`${others.length + (row ? 1 : 0)} obligations`);
    return row;
  }

  async events(): Promise<number> {
    const { rows } = await this.asOwner<{ count: string }>(`select count(*) from event where type = 'Obligation'`);
    return Number(rows[0]?.count);
  }

  async run(command: string, input: DutyRow, profile: Profile) {
    this.#keys += 1;
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { done: ${command}(input: $input) { obligation { ${SHOWN} } } }`;
    const given = { idempotencyKey: `duty-${String(this.#keys).padStart(6, '0')}`, ...input };
    return this.compliance.client.mutate(profile, document, { input: given });
  }

  async done(command: string, input: DutyRow, profile: Profile): Promise<DutyRow> {
    const { data, errors } = await this.run(command, input, profile);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return (data as { done: { obligation: DutyRow } }).done.obligation;
  }

  async refusalOf(command: string, input: DutyRow, profile: Profile): Promise<unknown> {
    return (await this.run(command, input, profile)).errors[0]?.extensions;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handlings.close();
    await this.compliance[Symbol.asyncDispose]();
    await this.posts[Symbol.asyncDispose]();
  }
}
