import { z } from 'zod';
import { CATEGORIES, type Category, type Coordinate, WITHHELD_CODES, type WithheldCode } from '../../vocabulary.js';

/** A value of a record that is there for whoever asks, and kept from it. */
export interface KeptValue {
  readonly coordinate: Coordinate;
  readonly category: Category;
  readonly code: WithheldCode;
}

/** A record of whatever service that the caller of a command sees, as the gateway found when it looked for that command. */
export interface SeenRecord {
  readonly id: string;
  /** Its handling as far as it says who may know that it exists. */
  readonly existence: string;
  /** Whether the caller reads of it which posts it is of. */
  readonly tellsPosts: boolean;
  /** Of the values that were looked at, those that are withheld, and said to be. */
  readonly withheld: readonly KeptValue[];
}

/** Records that are looked at for one call. */
export const SEEN_MAX = 10;

const coordinate = z.custom<Coordinate>((value) => typeof value === 'string' && value.length <= 200);

/** How the gateway says beside a command what its caller sees; its call is bound to the bytes of the body. */
export const seenShape = z
  .array(
    z.strictObject({
      id: z.string().max(64),
      existence: z.string().max(4096),
      tellsPosts: z.boolean(),
      withheld: z.array(z.strictObject({ coordinate, category: z.enum(CATEGORIES), code: z.enum(WITHHELD_CODES) })),
    }),
  )
  .max(SEEN_MAX);
