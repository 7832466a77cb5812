import type { IncidentType } from '../../vocabulary.js';
import type { Story } from './stories.js';
import { CROWD_STORY, CYBER_STORY, DRONE_STORY, EVACUATION_STORY } from './stories-of-crowds.js';
import { ARSON_STORY, ENTRY_STORY, FIRE_STORY } from './stories-of-premises.js';

const STORIES: ReadonlyMap<IncidentType, Story> = new Map([
  ['FIRE', FIRE_STORY],
  ['UNLAWFUL_ENTRY', ENTRY_STORY],
  ['ARSON', ARSON_STORY],
  ['DRONE_ATTACK', DRONE_STORY],
  ['CIVIL_UNREST', CROWD_STORY],
  ['CYBER_INTRUSION', CYBER_STORY],
  ['EVACUATION', EVACUATION_STORY],
]);

/** What an incident of a type leaves behind; one that nobody has written up leaves what a crowd does. */
export function storyOf(type: IncidentType): Story {
  return STORIES.get(type) ?? CROWD_STORY;
}
