import { type Mesh, type MeshOptions, startMesh } from '../testkit/mesh.js';
import { type Leak, type Observation, observe } from './observer.js';
import { createOracle, type Oracle } from './oracle.js';
import { changeWhatIsHidden, type Difference, keepFirstWorld } from './other-world.js';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.js';
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

/** A deployment whose hidden data can be changed and put back. */
export class Worlds {
  readonly #vocabularies = new Map<string, Vocabulary>();

  private constructor(
    readonly mesh: Mesh,
    readonly proxies: Readonly<Record<string, RecordingProxy>>,
    readonly kept: { putBack(): Promise<void> },
  ) {}

  static async start(options: MeshOptions = {}): Promise<Worlds> {
    const proxies: Record<string, RecordingProxy> = {};
    const mesh = await startMesh({
      ...options,
      between: async (name, url) => {
        const proxy = await startRecordingProxy(url);
        proxies[name] = proxy;
        return proxy.url;
      },
    });
    return new Worlds(mesh, proxies, await keepFirstWorld(mesh));
  }

  /** Asks the same of both worlds: `changes` choose how they differ, `documents` what is asked. */
  async compare(
    { as, purpose }: Persona,
    seeds: { readonly changes: readonly number[]; readonly documents: readonly number[] },
    options: { readonly leak?: Leak; readonly watchedBy?: Persona } = {},
  ): Promise<Compared> {
    const { mesh, proxies } = this;
    const now = Date.now();
    const oracle = createOracle(mesh.profileOf(as, purpose, now), mesh.viewAt(now), now);
    const watcher = options.watchedBy ?? { as, purpose };
    const token = mesh.tokenOf(watcher.as, watcher.purpose);
    const vocabulary = await this.#vocabularyOf(as, oracle);

    const viewer = { mesh, proxies, token, vocabulary, leak: options.leak ?? null };
    const toFirst = () => this.kept.putBack();
    let difference: Difference = { changes: 0, rowsAll: 0, rowsSeen: 0 };
    const toSecond = async () => {
      await this.kept.putBack();
      difference = await changeWhatIsHidden(mesh, oracle, seeds.changes);
    };
    const first = await observe({ ...viewer, undo: toFirst }, seeds.documents);
    await toSecond();
    try {
      return { first, second: await observe({ ...viewer, undo: toSecond }, seeds.documents), difference };
    } finally {
      await this.kept.putBack();
    }
  }

  async #vocabularyOf(persona: string, oracle: Oracle): Promise<Vocabulary> {
    const known = this.#vocabularies.get(persona) ?? (await readVocabulary(this.mesh, oracle));
    this.#vocabularies.set(persona, known);
    return known;
  }

  async close(): Promise<void> {
    await this.mesh.close();
    for (const proxy of Object.values(this.proxies)) await proxy.close();
  }
}
