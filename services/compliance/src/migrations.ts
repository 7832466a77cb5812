import { CreateBase1795923900000 } from './migrations/1795923900000-create-base.js';
import { CreateRegister1795924220348 } from './migrations/1795924220348-create-register.js';
import { AddActsAndAgreements1795925036853 } from './migrations/1795925036853-add-acts-and-agreements.js';
import { LetActsBeMade1795929438863 } from './migrations/1795929438863-let-acts-be-made.js';
import { FindByWords1795929490575 } from './migrations/1795929490575-find-by-words.js';
import { AddAudit1795932042605 } from './migrations/1795932042605-add-audit.js';
import { KeepNotices1795933000000 } from './migrations/1795933000000-keep-notices.js';
import { FindAndCount1795935155046 } from './migrations/1795935155046-find-and-count.js';
import { AddStatesAndKindsOfData1795935959057 } from './migrations/1795935959057-add-states-and-kinds-of-data.js';
import { CountWhatIsProjected1795936300000 } from './migrations/1795936300000-count-what-is-projected.js';
import { RecordExports1795940891006 } from './migrations/1795940891006-record-exports.js';
import { TellMoreOfAccesses1795941009701 } from './migrations/1795941009701-tell-more-of-accesses.js';
import { AddObligations1795941368787 } from './migrations/1795941368787-add-obligations.js';
import { AddTrustAgreements1795941410248 } from './migrations/1795941410248-add-trust-agreements.js';
import { TellAgreements1795941410249 } from './migrations/1795941410249-tell-agreements.js';
import { AddVersionsOfRules1795943693711 } from './migrations/1795943693711-add-versions-of-rules.js';
import { AddRequestsAndAssignments1795943975466 } from './migrations/1795943975466-add-requests-and-assignments.js';
import { CountFetches1795944282847 } from './migrations/1795944282847-count-fetches.js';
import { CoverWords1795944900003 } from './migrations/1795944900003-cover-words.js';
import { TellMarkingPolicies1795953015214 } from './migrations/1795953015214-tell-marking-policies.js';
import { TellRequestersWhatTheyWereTold1795955100864 } from './migrations/1795955100864-tell-requesters-what-they-were-told.js';
import { ReadInOrder1795956111561 } from './migrations/1795956111561-read-in-order.js';
import { FindRepeatedTexts1795956600000 } from './migrations/1795956600000-find-repeated-texts.js';
import { ListWords1795965207073 } from './migrations/1795965207073-list-words.js';
import { FindWhatIsTold1795966500000 } from './migrations/1795966500000-find-what-is-told.js';
import { OrderLegalHolds1795976259074 } from './migrations/1795976259074-order-legal-holds.js';
import { CountSynthetic1795976453946 } from './migrations/1795976453946-count-synthetic.js';
import { TellWhatAnActReaches1795978418000 } from './migrations/1795978418000-tell-what-an-act-reaches.js';
import { EnterRecordsOfLaw1795978751648 } from './migrations/1795978751648-enter-records-of-law.js';

/** Every migration of the service, oldest first. */
export const MIGRATIONS = [
  CreateBase1795923900000,
  CreateRegister1795924220348,
  AddActsAndAgreements1795925036853,
  LetActsBeMade1795929438863,
  FindByWords1795929490575,
  AddAudit1795932042605,
  KeepNotices1795933000000,
  FindAndCount1795935155046,
  AddStatesAndKindsOfData1795935959057,
  CountWhatIsProjected1795936300000,
  RecordExports1795940891006,
  TellMoreOfAccesses1795941009701,
  AddObligations1795941368787,
  AddTrustAgreements1795941410248,
  TellAgreements1795941410249,
  AddVersionsOfRules1795943693711,
  AddRequestsAndAssignments1795943975466,
  CountFetches1795944282847,
  CoverWords1795944900003,
  TellMarkingPolicies1795953015214,
  TellRequestersWhatTheyWereTold1795955100864,
  ReadInOrder1795956111561,
  FindRepeatedTexts1795956600000,
  ListWords1795965207073,
  FindWhatIsTold1795966500000,
  OrderLegalHolds1795976259074,
  CountSynthetic1795976453946,
  TellWhatAnActReaches1795978418000,
  EnterRecordsOfLaw1795978751648,
];
