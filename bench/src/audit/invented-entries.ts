import type { Access, EntryInput } from '@chancery/ledger/entry';
import { recordedRules } from '@chancery/policy/decision';
import type { PolicyEngine } from '@chancery/policy/engine';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { FieldCategory } from '@chancery/shared/schema/field-categories';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Coordinate, Effect } from '@chancery/shared/vocabulary';

/** Of one entry: decisions, rows of accesses are more, for two States may know of each. */
const DECISIONS = 8;
const SUBJECTS = 2_000;
const CASES = 500;
/** Posts that the records are of. */
export const POSTS = 200;
const COORDINATES = 120;
const RECORDS = 5_000;
/** Days over which the entries lie. */
const DAYS = 90;
const DAY_MS = 86_400_000;

const OWNERS = [
  'USA.diplomatic-security',
  'USA.consular',
  'DEU.police',
  'DEU.foreign-ministry',
  'GBR.foreign-ministry',
];
const LABELS = [
  'l=-;rel=*;nat=*;pur=*;tlp=CLEAR',
  '%:0;rel=*;nat=*;pur=*',
  '%:1;rel=DEU+GBR+USA;nat=*;pur=*',
  '%:2;rel=DEU+USA;nat=*;pur=*',
  '%:3;rel=GBR+USA;nat=*;pur=*;oc=USA.intelligence:ORCON',
  'l=NATO:1;rel=DEU+GBR+USA;nat=*;pur=*;fgi=FRA',
];
const LETTERS: Readonly<Record<Effect, Access['decision']>> = { allow: 'A', withhold: 'W', hide: 'H' };

/** The post of that number, as it is known and by its key of the register. */
export const postOf = (number: number): { readonly id: string; readonly key: string } => ({
  id: `mis_${String(number).padStart(26, '0')}`,
  key: `Q${900_000 + number}`,
});

/** Makes entries, each like none before, and decided by the rules of today: the same ones each time. */
export class InventedEntries {
  readonly snapshot = sealSnapshot({ number: 1, ...demoLaw() });
  readonly #view = viewOf(this.snapshot, false);
  readonly #profiles: readonly Profile[];
  readonly #coordinates: readonly (readonly [Coordinate, FieldCategory])[];
  readonly #decided = new Map<string, Access>();
  readonly #engine: PolicyEngine;
  readonly #count: number;
  #state = 1;
  #made = 0;

  constructor(engine: PolicyEngine, fields: ReadonlyMap<Coordinate, FieldCategory>, count: number) {
    this.#engine = engine;
    this.#count = count;
    const all = [...fields].filter(([name, { category }]) => !name.includes('(') && category !== 'AUDIT');
    const step = Math.max(1, Math.floor(all.length / COORDINATES));
    this.#coordinates = all.filter((_, at) => at % step === 0).slice(0, COORDINATES);
    this.#profiles = Array.from({ length: SUBJECTS }, (_, number) => this.#profileOf(number));
  }

  /** When an entry is written: all of them lie evenly over the days. */
  readonly clock = (): number => NOW + Math.floor((this.#made / this.#count) * DAYS * DAY_MS);

  next(): EntryInput {
    const profile = this.#oneOf(this.#profiles);
    const post = this.#below(POSTS);
    const access = Array.from({ length: DECISIONS }, () => this.#accessOf(profile, post));
    this.#made += 1;
    return {
      kind: 'READ',
      failure: null,
      subject: profile.subject,
      profile,
      clipped: [],
      api: {
        operation: `Read${this.#below(30)}`,
        doc: this.snapshot.digest,
        trace: this.#made.toString(16).padStart(16, '0'),
      },
      asked: [],
      stated: null,
      acts: [],
      now: NOW,
      policy: this.#engine.version,
      schema: this.snapshot.digest,
      snapshot: this.snapshot,
      access,
      obligations: [],
      records: [`Premises:prm_${this.#below(RECORDS)}`],
      private: { address: null, variables: null, reason: null },
    };
  }

  #profileOf(number: number): Profile {
    const persona = PERSONAS[number % PERSONAS.length];
    const profile = profileOf(persona?.id ?? '');
    const caseId = number % 3 === 0 ? `inc_${String(number % CASES).padStart(26, '0')}` : null;
    return { ...profile, caseId, subject: { ...profile.subject, id: `a:${number.toString(16).padStart(16, '0')}` } };
  }

  #accessOf(profile: Profile, post: number): Access {
    const owner = this.#oneOf(OWNERS);
    const label = this.#oneOf(LABELS).replace('%', `l=${owner.slice(0, 3)}`);
    const who = this.#below(20) === 0 ? `;who=p:${this.#below(400)}` : '';
    const text = `${label};own=${owner};m=${postOf(post).key}${who};t=synthetic`;
    const existence = this.#below(4) === 0;
    const [coordinate, field] = existence
      ? (['EXISTENCE', { category: 'EXISTENCE', floor: 0 }] as const)
      : this.#oneOf(this.#coordinates);
    const count = 1 + this.#below(9);
    // Nothing is known of these posts and cases: of each agency all of them are decided alike, but for the label.
    const key = `${profile.subject.agency} ${coordinate} ${label} ${owner}`;
    const known = this.#decided.get(key);
    if (known !== undefined) return { ...known, handlingText: text, count };
    const narrowed = handlingAt(parseHandling(text), coordinate as Coordinate, field.category, field.floor);
    const decision = this.#engine.decide(profile, field.category, narrowed, 'read', this.#view, NOW);
    const access: Access = {
      coordinate,
      handlingText: text,
      rank: Math.max(0, ...narrowed.label.ranks.values()),
      count,
      decision: LETTERS[decision.effect],
      rules: recordedRules(decision),
      acts: decision.acts,
    };
    this.#decided.set(key, access);
    return access;
  }

  #oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.#below(items.length)];
    if (item === undefined) throw new RangeError('one of none');
    return item;
  }

  /** Chance that is the same each time (Park and Miller). */
  #below(bound: number): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state % bound;
  }
}
