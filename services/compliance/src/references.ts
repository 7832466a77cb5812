import { elsewhere, reference } from '@chancery/shared/subgraph/links/reference';

/** A post of the missions service, as far as it is known here: that it exists, and for whom. */
export const Mission = reference('Mission', 'mission_ref');
export type Mission = InstanceType<typeof Mission>;

/** Records of other services that requests, assignments and entries name by their ids. */
export const Incident = elsewhere('Incident');
export type Incident = InstanceType<typeof Incident>;
export const Warning = elsewhere('Warning');
export type Warning = InstanceType<typeof Warning>;
export const Premises = elsewhere('Premises');
export type Premises = InstanceType<typeof Premises>;
