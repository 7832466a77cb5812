import { CreateMissions1790000000000 } from './migrations/1790000000000-create-missions.js';
import { AddDistrict1790000000001 } from './migrations/1790000000001-add-district.js';
import { BoundOrderTexts1790000200000 } from './migrations/1790000200000-bound-order-texts.js';
import { WithdrawRows1790000500000 } from './migrations/1790000500000-withdraw-rows.js';
import { RememberImports1790000600000 } from './migrations/1790000600000-remember-imports.js';
import { BoundStates1790000800000 } from './migrations/1790000800000-bound-states.js';

/** Every migration of the service, oldest first. */
export const MIGRATIONS = [
  CreateMissions1790000000000,
  AddDistrict1790000000001,
  BoundOrderTexts1790000200000,
  WithdrawRows1790000500000,
  RememberImports1790000600000,
  BoundStates1790000800000,
];
