import {
  Belongs,
  Count,
  Day,
  Flag,
  Kept,
  Made,
  States,
  Text,
  Texts,
} from '@chancery/shared/subgraph/record/decorators';
import { DAY, STATE } from '@chancery/shared/subgraph/record/kinds';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Custody } from './custody.js';
import { Mission } from './mission.js';

/** The premises of a post as one whole, as the schema shows them and as their table holds them. */
@Recorded({
  name: 'Premises',
  prefix: 'prm',
  says: 'Premises of one post.',
  rules: ['custodian is not null or custody_since is null'],
})
export class Premises extends Labelled {
  @Belongs(() => Mission, {
    field: { name: 'mission', says: 'The post.' },
    inverse: {
      field: 'premises',
      is: 'EXISTENCE',
      says: 'The premises of the mission as one whole (VCDR 1(i)); buildings are areas of it.',
    },
  })
  missionId!: string;

  @Text({ is: 'PREMISES_PERIMETER', says: 'Street address.', nullable: true })
  address!: string | null;

  @Text({ is: 'PREMISES_PERIMETER', says: 'Duty office to call, by role.', nullable: true })
  emergencyContact!: string | null;

  @Text({ is: 'PREMISES_RESCUE', says: 'Floor plan for rescue: exits, stairs, shut-offs.', nullable: true })
  floorPlan!: string | null;

  @Texts({ is: 'PREMISES_RESCUE', says: 'What endangers rescuers.', nullable: true })
  hazards!: string[] | null;

  @Count({ is: 'PREMISES_RESCUE', says: 'People inside, count.', least: 0, nullable: true })
  occupancy!: number | null;

  @Text({ is: 'PREMISES_INTERIOR', says: 'Full interior plan.', nullable: true })
  interiorPlan!: string | null;

  @Texts({ is: 'PREMISES_INTERIOR', says: 'Refuges inside.', nullable: true })
  safeHavens!: string[] | null;

  @Text({ is: 'ARCHIVE', says: 'Register of the archives kept here.', nullable: true })
  archiveRegister!: string | null;

  @States({
    is: 'LEGAL_STATUS',
    says: 'States that they were notified to as premises of the post: there rescuers may know of what stands below the line.',
    nullable: true,
  })
  notifiedTo!: string[] | null;

  @Flag({
    is: 'LEGAL_STATUS',
    says: 'Whether they serve the work of the post alone, of consular premises (VCCR 31(1)).',
    nullable: true,
  })
  exclusiveUse!: boolean | null;

  @Day({ is: 'LEGAL_STATUS', says: 'Day on which they were taken into use.', nullable: true })
  takenIntoUseOn!: string | null;

  @Kept(STATE, { nullable: true })
  custodian!: string | null;

  @Kept(DAY, { nullable: true })
  custodySince!: string | null;

  @Made(() => Custody, {
    is: 'LEGAL_ACT',
    says: 'Custody by another State after a break (VCDR 45).',
    from: ['custodian', 'custodySince'],
  })
  get custody(): Custody | null {
    return this.custodian === null ? null : { custodian: this.custodian, since: this.custodySince };
  }
}
