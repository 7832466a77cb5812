import { CreateMissions1790000000000 } from './migrations/1790000000000-create-missions.js';
import { AddDistrict1790000000001 } from './migrations/1790000000001-add-district.js';
import { BoundOrderTexts1790000200000 } from './migrations/1790000200000-bound-order-texts.js';
import { WithdrawRows1790000500000 } from './migrations/1790000500000-withdraw-rows.js';
import { RememberImports1790000600000 } from './migrations/1790000600000-remember-imports.js';
import { BoundStates1790000800000 } from './migrations/1790000800000-bound-states.js';
import { AddStandingAndProperty1795921449830 } from './migrations/1795921449830-add-standing-and-property.js';
import { AddPostHolders1795921479385 } from './migrations/1795921479385-add-post-holders.js';
import { AddAccess1795921502066 } from './migrations/1795921502066-add-access.js';
import { AddWatch1795921530997 } from './migrations/1795921530997-add-watch.js';
import { AddCommunications1795921549417 } from './migrations/1795921549417-add-communications.js';
import { AddPlans1795921572991 } from './migrations/1795921572991-add-plans.js';
import { AddTrainingAndExercises1795921591098 } from './migrations/1795921591098-add-training-and-exercises.js';
import { AddResourcesAndReadiness1795921622530 } from './migrations/1795921622530-add-resources-and-readiness.js';
import { RunCommands1795921700000 } from './migrations/1795921700000-run-commands.js';
import { LetCommandsInsert1795923117235 } from './migrations/1795923117235-let-commands-insert.js';
import { MoveVisitsAndAlarms1795924452556 } from './migrations/1795924452556-move-visits-and-alarms.js';
import { KeepLabelSources1795929450000 } from './migrations/1795929450000-keep-label-sources.js';
import { FindByWords1795929476783 } from './migrations/1795929476783-find-by-words.js';
import { TellStanding1795933000000 } from './migrations/1795933000000-tell-standing.js';
import { FindAndCount1795933772344 } from './migrations/1795933772344-find-and-count.js';
import { CountMore1795935193641 } from './migrations/1795935193641-count-more.js';
import { CountFetches1795944282844 } from './migrations/1795944282844-count-fetches.js';
import { CoverWords1795944900000 } from './migrations/1795944900000-cover-words.js';
import { RunDailyWork1795953054353 } from './migrations/1795953054353-run-daily-work.js';
import { RetractRecords1795954622229 } from './migrations/1795954622229-retract-records.js';
import { ReadInOrder1795956017677 } from './migrations/1795956017677-read-in-order.js';
import { ReadMoreInOrder1795956017678 } from './migrations/1795956017678-read-more-in-order.js';
import { KeepRecords1795964916915 } from './migrations/1795964916915-keep-records.js';
import { ListWords1795965207070 } from './migrations/1795965207070-list-words.js';
import { NotifyMembers1795976233627 } from './migrations/1795976233627-notify-members.js';
import { CountSynthetic1795976380761 } from './migrations/1795976380761-count-synthetic.js';
import { TellOfWhatIsWatched1795976659497 } from './migrations/1795976659497-tell-of-what-is-watched.js';
import { OrderInLanguages1795976943518 } from './migrations/1795976943518-order-in-languages.js';
import { RegisterPremises1795977317118 } from './migrations/1795977317118-register-premises.js';
import { CoverCells1795978000000 } from './migrations/1795978000000-cover-cells.js';
import { KeepWhoAskedForAVisit1795978793666 } from './migrations/1795978793666-keep-who-asked-for-a-visit.js';
import { FollowStandings1795979956821 } from './migrations/1795979956821-follow-standings.js';

/** Every migration of the service, oldest first. */
export const MIGRATIONS = [
  CreateMissions1790000000000,
  AddDistrict1790000000001,
  BoundOrderTexts1790000200000,
  WithdrawRows1790000500000,
  RememberImports1790000600000,
  BoundStates1790000800000,
  AddStandingAndProperty1795921449830,
  AddPostHolders1795921479385,
  AddAccess1795921502066,
  AddWatch1795921530997,
  AddCommunications1795921549417,
  AddPlans1795921572991,
  AddTrainingAndExercises1795921591098,
  AddResourcesAndReadiness1795921622530,
  RunCommands1795921700000,
  LetCommandsInsert1795923117235,
  MoveVisitsAndAlarms1795924452556,
  KeepLabelSources1795929450000,
  FindByWords1795929476783,
  TellStanding1795933000000,
  FindAndCount1795933772344,
  CountMore1795935193641,
  CountFetches1795944282844,
  CoverWords1795944900000,
  RunDailyWork1795953054353,
  RetractRecords1795954622229,
  ReadInOrder1795956017677,
  ReadMoreInOrder1795956017678,
  KeepRecords1795964916915,
  ListWords1795965207070,
  NotifyMembers1795976233627,
  CountSynthetic1795976380761,
  TellOfWhatIsWatched1795976659497,
  OrderInLanguages1795976943518,
  RegisterPremises1795977317118,
  CoverCells1795978000000,
  KeepWhoAskedForAVisit1795978793666,
  FollowStandings1795979956821,
];
