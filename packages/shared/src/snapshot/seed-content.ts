import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Instant } from '../clock.js';
import { ConfigurationError } from '../errors.js';
import { DATE_TEXT, firstIssueOf, REPRESENTED_TEXT } from '../subjects/text-shapes.js';
import { MISSION_KINDS } from '../vocabulary.js';
import { regimeOf } from './regime.js';
import type { Act, Fact } from './snapshot.js';
import { actShape } from './snapshot-shapes.js';

/** The seed of the law: what cannot be read from the register of posts. */
const seedShape = z.strictObject({
  /** Where the seed comes from and what of it is made up; for whoever reads the file. */
  note: z.string(),
  register: z.strictObject({ from: DATE_TEXT, exerciseProtectingPowers: z.record(z.string(), REPRESENTED_TEXT) }),
  /** Those marked as exercise were made for the demonstration. */
  acts: z.array(z.looseObject({ note: z.string().optional(), exercise: z.boolean().default(false) })),
});
export type LawSeed = z.infer<typeof seedShape>;

const postShape = z.object({
  wikidata_id: z.string().regex(/^Q\d+$/),
  kind: z.enum(MISSION_KINDS),
  sending_state: REPRESENTED_TEXT,
  receiving_state: REPRESENTED_TEXT,
  /** States joined by `|`; empty for most posts. */
  also_accredited_to: z
    .string()
    .default('')
    .transform((text) => (text === '' ? [] : text.split('|'))),
});

/** The seed without what was made for the demonstration. */
export function withoutExercise(seed: LawSeed): LawSeed {
  return {
    ...seed,
    register: { ...seed.register, exerciseProtectingPowers: {} },
    acts: seed.acts.filter(({ exercise }) => !exercise),
  };
}

/** Parses the seed file of the law. */
export function parseLawSeed(value: unknown): LawSeed {
  return parseWith(seedShape, value, 'law seed');
}

/** One fact for each post of the register and each State that it is accredited to (VCDR 5(1)). */
export function seedFacts(missionsCsv: string, { register }: LawSeed): Fact[] {
  const rows: unknown[] = parse(missionsCsv, { columns: true, bom: true });
  const facts = rows.flatMap((row, index) => {
    const post = parseWith(postShape, row, `post ${index + 1}`);
    return [post.receiving_state, ...post.also_accredited_to].map(
      (receiving): Fact => ({
        m: post.wikidata_id,
        sending: post.sending_state,
        receiving,
        regime: regimeOf(post.kind),
        legalStatus: 'ESTABLISHED',
        protectingPower: register.exerciseProtectingPowers[post.wikidata_id] ?? null,
        from: register.from,
        until: null,
      }),
    );
  });
  const posts = new Set(facts.map(({ m }) => m));
  const unknown = Object.keys(register.exerciseProtectingPowers).find((mission) => !posts.has(mission));
  if (unknown !== undefined) throw new ConfigurationError(`law seed: \`${unknown}\` is not in the register`);
  return facts;
}

/** The acts of the seed; times such as `+3600s` count from the start. */
export function seedActs({ acts }: LawSeed, start: Instant): Act[] {
  return acts.map(({ note: _note, exercise: _exercise, from, until, ...act }, index) =>
    parseWith(actShape, { ...act, from: toInstant(from, start), until: toInstant(until, start) }, `act ${index + 1}`),
  );
}

function toInstant(time: unknown, start: Instant): unknown {
  const offset = typeof time === 'string' ? /^\+(\d{1,9})s$/.exec(time)?.[1] : undefined;
  if (offset === undefined) return time;
  const startSeconds = Math.floor(start / 1000);
  return new Date((startSeconds + Number(offset)) * 1000).toISOString().replace('.000Z', 'Z');
}

function parseWith<T>(shape: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = firstIssueOf(parsed.error);
  throw new ConfigurationError(`${what}: \`${path}\`: ${message}`);
}
