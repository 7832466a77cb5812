import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpServer } from '@chancery/gateway/receive/http-server';
import { loadSupergraph } from '@chancery/gateway/schema/load-supergraph';
import { startGateway } from '@chancery/gateway/start-gateway';
import { openLedgerWriter } from '@chancery/ledger/ledger-writer';
import { peopleOfState } from '@chancery/ledger/replay/people-of-state';
import { writeWhileThereIsRoom } from '@chancery/ledger/room';
import { toldOfRecord } from '@chancery/ledger/touches/told-of-record';
import { createPolicyEngine } from '@chancery/policy/engine';
import { type Clock, systemClock } from '@chancery/shared/clock';
import { peoplePageOf } from '@chancery/shared/people/ask-people';
import type { TestDatabase } from '@chancery/shared/postgres/test-database';
import { DateTime, LocalDate, StateCode } from '@chancery/shared/schema/scalars';
import { type HeldSnapshot, holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { openLoaderPool } from '@chancery/shared/subgraph/events/loader-pool';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { chooseProfile } from '@chancery/shared/subjects/choose-profile';
import { type DevelopmentIssuer, openDevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { prepareContext, signContext } from '@chancery/shared/subjects/signed-context';
import type { Profile } from '@chancery/shared/subjects/subject';
import { createTrustStore, type TrustStore } from '@chancery/shared/subjects/trust-store';
import { verifyToken } from '@chancery/shared/subjects/verify-token';
import { type Opened, openAll } from '@chancery/shared/testkit/opened';
import jwt from 'jsonwebtoken';
import { actsOfTheDay, seededFacts } from './acts.js';
import { type Asker, createAsker } from './asker.js';
import { LedgerWindow } from './ledger-window.js';
import type { ContextOptions, MeshOptions } from './mesh-options.js';
import type { DatabaseName } from './seeded-databases.js';
import { SUBGRAPHS, type SubgraphName, startWorld, type World } from './world.js';

const ROOT = new URL('../../../', import.meta.url);
const sdl = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

/** Limit of a hook that starts one: the first of a run imports the data, and a machine may be busy. */
export const MESH_STARTS_WITHIN_MS = 600_000;

const READY_MAX_MS = 20_000;
const CALL_MAX_MS = 10_000;
const policy = createPolicyEngine();
const facts = seededFacts();
/** The composed schema as it is written. */
export const supergraphSdl: string = sdl('supergraph.graphql');
export const supergraph: ReturnType<typeof loadSupergraph> = loadSupergraph(supergraphSdl, [
  DateTime,
  LocalDate,
  StateCode,
]);

interface MeshParts {
  readonly opened: Opened;
  readonly folder: string;
  readonly issuer: DevelopmentIssuer;
  readonly trust: TrustStore;
  readonly snapshots: HeldSnapshot;
  readonly world: World;
  readonly clock: Clock;
  readonly gateway: HttpServer;
  /** Starts a further gateway over all the same. */
  start(): Promise<HttpServer>;
  readonly switchedOff: { readonly issuers: Set<string>; readonly tokens: Set<string> };
}

/** Starts the whole of Chancery in this process: real databases, real servers on loopback, a real ledger. */
export function startMesh(options: MeshOptions = {}): Promise<Mesh> {
  return openAll((opened) => startParts(opened, options));
}

async function startParts(opened: Opened, options: MeshOptions): Promise<Mesh> {
  const folder = opened.add(mkdtempSync(join(tmpdir(), 'chancery-mesh-')), (made) => rmSync(made, { recursive: true }));
  const issuer = openDevelopmentIssuer(folder);
  const switchedOff = { issuers: new Set<string>(), tokens: new Set<string>() };
  const agreements = issuer.agreements.map(options.agreed ?? ((agreement) => agreement));
  const trust = options.trust ?? createTrustStore(agreements, { revoked: switchedOff });
  const { clock = systemClock } = options;
  const snapshots = holdSnapshot(sealSnapshot({ number: 1, facts, acts: actsOfTheDay(clock()) }));
  const world = opened.add(await startWorld(snapshots, { ...options, clock }), (started) => started.close());
  const ledger = { connectionString: world.databases.ledger.serviceUrl, clock, retryMs: 50 };
  const writer = opened.add(await openLedgerWriter(ledger), (open) => open.close());
  const addresses: [SubgraphName, string][] = [];
  for (const name of SUBGRAPHS) {
    const own = options.addresses?.[name] ?? world.subgraphs[name].url;
    addresses.push([name, (await options.between?.(name, own)) ?? own]);
  }
  const notaryUrl = await options.notary?.(world.databases.ledger);
  const reader = opened.add(
    openLoaderPool({ loaderUrl: world.databases.ledger.loaderUrl, max: 1, log: () => undefined, event: 'people' }),
    (pool) => pool.end(),
  );
  const start = (): Promise<HttpServer> =>
    startGateway({
      ...(notaryUrl === undefined ? {} : { notaryUrl }),
      history: (question) => toldOfRecord(world.databases.ledger.loaderUrl, question),
      people: async (question) => peoplePageOf(question, await peopleOfState(reader, question)),
      host: '127.0.0.1',
      port: 0,
      supergraphSdl,
      gatewaySdl: sdl('gateway/schema.graphql'),
      subgraphs: Object.fromEntries(addresses.map(([name, url]) => [name, { url, key: world.keys[name] }])),
      trust,
      snapshots,
      policy,
      ledger: options.hasRoom === undefined ? writer : writeWhileThereIsRoom(writer, options.hasRoom),
      ...(options.hasRoom === undefined ? {} : { hasRoom: options.hasRoom }),
      clock,
      drain: { leastMs: 0, mostMs: CALL_MAX_MS },
      log: options.log ?? (() => undefined),
      ...(options.deadlineMs === undefined ? {} : { deadlineMs: options.deadlineMs }),
    });
  const gateway = opened.add(await start(), (started) => started.close());
  return new Mesh({ opened, folder, issuer, trust, snapshots, world, clock, gateway, start, switchedOff });
}

/** Chancery as a test sees it: askers in front, counters and windows behind. */
export class Mesh {
  readonly ledger: LedgerWindow;
  readonly #parts: MeshParts;
  #number = 1;

  constructor(parts: MeshParts) {
    this.#parts = parts;
    this.ledger = parts.opened.add(new LedgerWindow(parts.world.databases.ledger), (window) => window.close());
  }

  get url(): string {
    return this.#parts.gateway.url;
  }

  /** A further gateway over the same services, ledger and agreements; whoever starts it closes it. */
  startReplica(): Promise<HttpServer> {
    return this.#parts.start();
  }

  /** Ends a service and starts it again at its address, with what is done meanwhile in between. */
  restart(name: SubgraphName, meanwhile: () => Promise<unknown>): Promise<void> {
    return this.#parts.world.restart(name, meanwhile);
  }

  /** Switches a token off, as an operator does. */
  switchOff(token: string): void {
    const { jti } = jwt.decode(token) as { jti: string };
    this.#parts.switchedOff.tokens.add(jti);
  }

  as(persona: string, purpose?: string): Asker {
    return this.withToken(this.tokenOf(persona, purpose));
  }

  withToken(token: string | null, headers: Record<string, string> = {}): Asker {
    return createAsker(this.url, token, headers);
  }

  tokenOf(persona: string, purpose?: string, options: Partial<Parameters<DevelopmentIssuer['mint']>[1]> = {}): string {
    return this.#parts.issuer.mint(persona, { purpose, now: this.#parts.clock(), ...options });
  }

  /** Calls with a valid context that a subgraph has had. */
  requestsTo(name: SubgraphName): number {
    return this.#parts.world.subgraphs[name].requests();
  }

  requestsToAll(): number {
    return SUBGRAPHS.reduce((sum, name) => sum + this.requestsTo(name), 0);
  }

  requestsByName(): Record<string, number> {
    return Object.fromEntries(SUBGRAPHS.map((name) => [name, this.requestsTo(name)]));
  }

  /** Login that may change a service's rows, as an import does. */
  ownerUrlOf(name: SubgraphName): string {
    return this.#parts.world.databases[name].ownerUrl;
  }

  /** Login of a subgraph's loader. */
  loaderUrlOf(name: SubgraphName): string {
    return this.#parts.world.databases[name].loaderUrl;
  }

  /** A database with the logins that work on it. */
  databaseOf(name: DatabaseName): TestDatabase {
    return this.#parts.world.databases[name];
  }

  subgraphUrl(name: SubgraphName): string {
    return this.#parts.world.subgraphs[name].url;
  }

  /** Number of the snapshot that everything is decided by. */
  get snapshotNumber(): number {
    return this.#number;
  }

  /** Publishes the acts of the day anew, under the next number. */
  publishSnapshot(): void {
    this.#publish(actsOfTheDay(this.#parts.clock()));
  }

  /** Publishes the acts of the day with those that commands have made since. */
  async publishMade(): Promise<void> {
    const text = 'select distinct on (id) act from law_act where not seeded order by id, v desc';
    const made = await inTransaction(this.ownerUrlOf('compliance'), (client) => client.query<{ act: Act }>(text));
    this.#publish([...actsOfTheDay(this.#parts.clock()), ...made.rows.map(({ act }) => act)]);
  }

  setStale(stale: boolean): void {
    this.#parts.snapshots.setStale(stale);
  }

  /** Runs `work` under other acts, then puts those of the day back. */
  async withActs(acts: readonly Act[], work: () => Promise<void>): Promise<void> {
    this.#publish(acts);
    try {
      await work();
    } finally {
      this.#publish(actsOfTheDay(this.#parts.clock()));
    }
  }

  /** Runs `work` while nobody can reach the ledger's database; returns when the gateway is ready again. */
  async withLedgerDown(work: () => Promise<void>): Promise<void> {
    await this.ledger.closeDatabase();
    try {
      await work();
    } finally {
      await this.ledger.openDatabase();
      await this.#untilReady();
    }
  }

  /** A context as the gateway would sign it, for calls past the gateway. */
  contextFor(persona: string, audience: SubgraphName, body: string, options: ContextOptions = {}): string {
    const { snapshots, world } = this.#parts;
    const { at = this.#parts.clock(), purpose = 'THREAT_PREVENTION' } = options;
    const prepared = prepareContext({
      profile: this.profileOf(persona, purpose, at),
      now: at,
      deadline: at + CALL_MAX_MS,
      trace: 'test',
      policy: policy.version,
      snapshot: snapshots.view(at).snapshot,
      action: 'read',
    });
    const schema = supergraph.schemaOf(audience);
    const [key, jti] = [world.keys[audience], randomUUID()];
    return signContext(prepared, { audience, body: Buffer.from(body), jti, key, schema, at });
  }

  /** Who a persona is to a decision. */
  profileOf(persona: string, purpose: string, at: number): Profile {
    const token = verifyToken(`Bearer ${this.tokenOf(persona, purpose, { now: at })}`, this.#parts.trust, at);
    return chooseProfile(token, {});
  }

  /** The facts and acts that everything is decided by. */
  viewAt(at: number): SnapshotView {
    return this.#parts.snapshots.view(at);
  }

  /** The issuer's public key, as anybody can read it in its agreements. */
  issuerPublicKey(): JsonWebKey {
    return createPublicKey(this.#issuerKey()).export({ format: 'jwk' });
  }

  /** The claims of a persona's token, to be changed and signed again. */
  claimsOf(persona: string, purpose?: string): Record<string, unknown> {
    return jwt.decode(this.tokenOf(persona, purpose)) as Record<string, unknown>;
  }

  signAsIssuer(claims: object): string {
    return jwt.sign(claims, this.#issuerKey(), { algorithm: 'ES256', keyid: 'development' });
  }

  close(): Promise<void> {
    return this.#parts.opened.close();
  }

  /** Asks until the gateway is ready; throws rather than ask for ever. */
  async #untilReady(): Promise<void> {
    const deadline = Date.now() + READY_MAX_MS;
    while ((await fetch(`${this.url}/ready`)).status !== 200) {
      if (Date.now() > deadline) throw new Error(`not ready again within ${READY_MAX_MS} ms`);
    }
  }

  #publish(acts: readonly Act[]): void {
    this.#number += 1;
    this.#parts.snapshots.replace(sealSnapshot({ number: this.#number, facts, acts }));
  }

  #issuerKey(): KeyObject {
    const text = readFileSync(join(this.#parts.folder, 'dev-issuer.json'), 'utf8');
    return createPrivateKey({ key: JSON.parse(text), format: 'jwk' });
  }
}
