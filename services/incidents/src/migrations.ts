import { CreateIncidents1790000000000 } from './migrations/1790000000000-create-incidents.js';
import { KeepFirstStart1790000100000 } from './migrations/1790000100000-keep-first-start.js';
import { CreateEvents1790000300000 } from './migrations/1790000300000-create-events.js';
import { WithdrawRows1790000500000 } from './migrations/1790000500000-withdraw-rows.js';
import { RememberImports1790000600000 } from './migrations/1790000600000-remember-imports.js';
import { RunCommands1790000700000 } from './migrations/1790000700000-run-commands.js';
import { BoundStates1790000800000 } from './migrations/1790000800000-bound-states.js';
import { AddIncidentStates1795922385040 } from './migrations/1795922385040-add-incident-states.js';
import { AddLogAndActivation1795922404773 } from './migrations/1795922404773-add-log-and-activation.js';
import { AddCommandAndResponse1795922428328 } from './migrations/1795922428328-add-command-and-response.js';
import { AddEvacuationAndSituation1795922451597 } from './migrations/1795922451597-add-evacuation-and-situation.js';
import { AddDecisionsAndRecovery1795922473357 } from './migrations/1795922473357-add-decisions-and-recovery.js';
import { AddCasesAndParticulars1795922490650 } from './migrations/1795922490650-add-cases-and-particulars.js';
import { RunResponseCommands1795924133411 } from './migrations/1795924133411-run-response-commands.js';
import { CommandLabels1795929444017 } from './migrations/1795929444017-command-labels.js';
import { FindByWords1795929482905 } from './migrations/1795929482905-find-by-words.js';
import { ResponseSteps1795930801066 } from './migrations/1795930801066-response-steps.js';
import { FindAndCount1795933819286 } from './migrations/1795933819286-find-and-count.js';
import { AddDetentions1795944169179 } from './migrations/1795944169179-add-detentions.js';
import { CountFetches1795944282845 } from './migrations/1795944282845-count-fetches.js';
import { CoverWords1795944900001 } from './migrations/1795944900001-cover-words.js';
import { LinkPlans1795953451102 } from './migrations/1795953451102-link-plans.js';
import { RetractRecords1795954676898 } from './migrations/1795954676898-retract-records.js';
import { ReadInOrder1795955427629 } from './migrations/1795955427629-read-in-order.js';
import { KeepRecords1795964945537 } from './migrations/1795964945537-keep-records.js';
import { ListWords1795965207071 } from './migrations/1795965207071-list-words.js';
import { CountSynthetic1795976320695 } from './migrations/1795976320695-count-synthetic.js';
import { RunCustodyAndStudies1795976492591 } from './migrations/1795976492591-run-custody-and-studies.js';
import { TellOfWhatIsWatched1795976617798 } from './migrations/1795976617798-tell-of-what-is-watched.js';

/** Every migration of the service, oldest first. */
export const MIGRATIONS = [
  CreateIncidents1790000000000,
  KeepFirstStart1790000100000,
  CreateEvents1790000300000,
  WithdrawRows1790000500000,
  RememberImports1790000600000,
  RunCommands1790000700000,
  BoundStates1790000800000,
  AddIncidentStates1795922385040,
  AddLogAndActivation1795922404773,
  AddCommandAndResponse1795922428328,
  AddEvacuationAndSituation1795922451597,
  AddDecisionsAndRecovery1795922473357,
  AddCasesAndParticulars1795922490650,
  RunResponseCommands1795924133411,
  CommandLabels1795929444017,
  FindByWords1795929482905,
  ResponseSteps1795930801066,
  FindAndCount1795933819286,
  AddDetentions1795944169179,
  CountFetches1795944282845,
  CoverWords1795944900001,
  LinkPlans1795953451102,
  RetractRecords1795954676898,
  ReadInOrder1795955427629,
  KeepRecords1795964945537,
  ListWords1795965207071,
  CountSynthetic1795976320695,
  RunCustodyAndStudies1795976492591,
  TellOfWhatIsWatched1795976617798,
];
