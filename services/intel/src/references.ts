import { elsewhere, reference } from '@chancery/shared/subgraph/links/reference';

/** A post of the missions service, as far as it is known here: that it exists, and for whom. */
export const Mission = reference('Mission', 'mission_ref');
export type Mission = InstanceType<typeof Mission>;

/** What happened, of the incidents service. */
export const Incident = elsewhere('Incident');
export type Incident = InstanceType<typeof Incident>;
