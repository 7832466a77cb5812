import { z } from 'zod';
import type { Instant } from '../../clock.js';
import { profileShape } from '../../subjects/parse-profile.js';
import type { Profile } from '../../subjects/subject.js';
import type { Coordinate } from '../../vocabulary.js';

/** Who else is to see what a call lists: of the rows that the viewer is shown those alone of which that person may read a value are left. */
export interface SightQuestion {
  /** The person, for each purpose and case that is asked about; a row is left where any of them reads the value. */
  readonly profiles: readonly Profile[];
  /** The value; EXISTENCE for the row. */
  readonly coordinate: Coordinate;
  /** The instant that the person is decided for. */
  readonly at: Instant;
}

/** Purposes and cases of one question. */
export const SIGHT_PROFILES_MAX = 16;

/** How the gateway says it beside the operation; its call is bound to the bytes of the body. */
export const sightShape = z.strictObject({
  profiles: z.array(profileShape).min(1).max(SIGHT_PROFILES_MAX),
  coordinate: z.custom<Coordinate>((value) => typeof value === 'string' && value.length <= 200),
  at: z.int(),
});
