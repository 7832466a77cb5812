import { defineEnum } from '@chancery/shared/schema/define-enum';
import { MISSION_KINDS } from '@chancery/shared/vocabulary';

/** Kinds of post as an enum of the schema. */
export const MissionKind = defineEnum('MissionKind', 'What a post is.', MISSION_KINDS, 'a kind of post');
