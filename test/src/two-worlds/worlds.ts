import { type Mesh, startMesh, supergraph } from '../testkit/mesh.js';
import type { MeshOptions } from '../testkit/mesh-options.js';
import { type FirstWorld, keepFirstWorld } from './first-world.js';
import { type Leak, type Observation, observe } from './observer.js';
import { createOracle, type Oracle } from './oracle.js';
import { changeWhatIsHidden, type Difference } from './other-world.js';
import { DocumentWriter, type Writing } from './random-document.js';
import { Randomness } from './randomness.js';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.js';
import type { LabelledTable } from './tables.js';
import { readVocabulary, type Vocabulary } from './vocabulary.js';

/** Who looks, and for what. */
export interface Persona {
  readonly as: string;
  readonly purpose: string;
}

/** What one viewer received of two worlds that the law makes one for it. */
export interface Compared {
  readonly first: readonly Observation[];
  readonly second: readonly Observation[];
  readonly difference: Difference;
}

/** Writes a document of its own, with the words that are given. */
export type ChosenDocument = (words: WrittenWith) => string;

/** What a document is written with, chance aside. */
export type WrittenWith = Omit<Writing, 'random'>;

/** How two worlds differ, and what is asked of both. */
export interface Chosen {
  readonly tables: readonly LabelledTable[];
  /** Seeds, a change each. */
  readonly changes: readonly number[];
  readonly documents: readonly ChosenDocument[];
}

/** The random document of a seed. */
export const documentOf =
  (seed: number): ChosenDocument =>
  (words) =>
    new DocumentWriter({ ...words, random: new Randomness(seed) }).write();

/** A random document that asks for something; which one follows from a seed. */
export const documentAbout =
  (seed: number, what: RegExp): ChosenDocument =>
  (words) => {
    for (let further = 0; ; further++) {
      const text = documentOf(seed + further)(words);
      if (what.test(text)) return text;
    }
  };

/** Changes what stands in no table of a record, and gives what puts it back. */
export type BesideRows = () => Promise<() => Promise<void>>;

/** A deployment whose hidden data can be changed and put back. */
export class Worlds {
  readonly #vocabularies = new Map<string, Vocabulary>();

  private constructor(
    readonly mesh: Mesh,
    readonly proxies: Readonly<Record<string, RecordingProxy>>,
    readonly kept: FirstWorld,
  ) {}

  /** `before`: what the first world is made to be before it is kept. */
  static async start(
    options: MeshOptions = {},
    before: (mesh: Mesh) => Promise<unknown> = async () => undefined,
  ): Promise<Worlds> {
    const proxies: Record<string, RecordingProxy> = {};
    const mesh = await startMesh({
      ...options,
      between: async (name, url) => {
        const proxy = await startRecordingProxy(url);
        proxies[name] = proxy;
        return proxy.url;
      },
    });
    await before(mesh);
    return new Worlds(mesh, proxies, await keepFirstWorld(mesh));
  }

  /** Asks the same of both worlds: `changes` choose how they differ in those tables, `documents` what is asked. */
  async compare(
    { as, purpose }: Persona,
    { tables, changes, documents }: Chosen,
    options: { readonly leak?: Leak; readonly watchedBy?: Persona; readonly beside?: BesideRows } = {},
  ): Promise<Compared> {
    const { mesh, proxies } = this;
    const now = Date.now();
    const oracle = createOracle(mesh.profileOf(as, purpose, now), mesh.viewAt(now), now);
    const watcher = options.watchedBy ?? { as, purpose };
    const token = mesh.tokenOf(watcher.as, watcher.purpose);
    const vocabulary = await this.#vocabularyOf(as, oracle, tables);
    const written = documents.map((document) =>
      document({
        schema: supergraph.consumerSchema,
        vocabulary,
        differing: tables.map(({ type }) => type),
        isWide: options.leak === undefined,
      }),
    );

    const viewer = { mesh, proxies, token, leak: options.leak ?? null };
    const toFirst = () => this.kept.putBack();
    const first = await observe({ ...viewer, undo: toFirst }, written);
    await this.kept.putBack();
    const putBackBeside = await options.beside?.();
    try {
      const difference = await changeWhatIsHidden(mesh, oracle, tables, changes);
      const toSecond = await this.kept.keepAnother();
      return { first, second: await observe({ ...viewer, undo: toSecond }, written), difference };
    } finally {
      await putBackBeside?.();
      await this.kept.putBack();
    }
  }

  async #vocabularyOf(persona: string, oracle: Oracle, tables: readonly LabelledTable[]): Promise<Vocabulary> {
    const key = [persona, ...tables.map(({ type }) => type)].join();
    const known = this.#vocabularies.get(key) ?? (await readVocabulary(this.mesh, oracle, tables));
    this.#vocabularies.set(key, known);
    return known;
  }

  async close(): Promise<void> {
    await this.mesh.close();
    for (const proxy of Object.values(this.proxies)) await proxy.close();
  }
}
