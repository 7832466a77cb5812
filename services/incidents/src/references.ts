import { elsewhere, reference } from '@chancery/shared/subgraph/links/reference';

/** A post of the missions service, as far as it is known here: that it exists, and for whom. */
export const Mission = reference('Mission', 'mission_ref');
export type Mission = InstanceType<typeof Mission>;

/** What missions have planned, which a response names. */
export const EmergencyActionPlan = elsewhere('EmergencyActionPlan');
export type EmergencyActionPlan = InstanceType<typeof EmergencyActionPlan>;
export const ActionCard = elsewhere('ActionCard');
export type ActionCard = InstanceType<typeof ActionCard>;
export const CommsChannel = elsewhere('CommsChannel');
export type CommsChannel = InstanceType<typeof CommsChannel>;
export const EvacuationPlan = elsewhere('EvacuationPlan');
export type EvacuationPlan = InstanceType<typeof EvacuationPlan>;
