/** Types that services other than their owner refer to, with the description that all of them give. */
export const PUBLISHED_TYPES = {
  Mission: 'A diplomatic or consular post of one State in another.',
} as const;

/**
 * Types whose rows are known to their owner alone. Others keep an id and nothing beside it, and whether there is such a row for a caller
 * is decided by the owner's answer and by nobody else; each with the description that its owner gives.
 */
export const TYPES_ELSEWHERE = {
  ActionCard: 'What one office does when something happens, on one card.',
  CommsChannel: 'Channel of a plan of communications.',
  EmergencyActionPlan: 'Emergency action plan of a post for one scenario.',
  EvacuationPlan: 'How people leave a post.',
  Premises: 'Premises of one post.',
  Incident: 'Something that happened at, to or through a post.',
  Warning: 'A warning of a threat to posts, in the terms of CAP 1.2.',
} as const;
