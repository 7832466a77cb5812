import { DecisionProfiles } from '../../clearance/decision-profile.js';
import { LruCache } from '../../lru-cache.js';
import type { Viewer } from './viewer.js';
import { type DecisionParts, type KeptDecisions, ViewerMasks } from './viewer-masks.js';

const PROFILES_MAX = 256;

/** Keeps what was decided for the profiles seen last, until a dated input can flip it; persons who are decided alike share it. */
export class Visibility {
  readonly #profiles = new LruCache<string, KeptDecisions>(PROFILES_MAX);
  readonly #alike = new DecisionProfiles();
  readonly #parts: DecisionParts;

  constructor(parts: DecisionParts) {
    this.#parts = parts;
  }

  masksFor(viewer: Viewer): ViewerMasks {
    const { snapshot, stale } = viewer.view;
    const { profile, key } = this.#alike.of(viewer.profile, viewer.now, viewer.view);
    const kept = this.#profiles.compute(`${key} ${snapshot.digest} ${stale}`, () => new Map());
    return new ViewerMasks(this.#parts, { ...viewer, profile }, kept);
  }
}
