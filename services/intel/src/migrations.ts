import { CreateWarnings1790000000000 } from './migrations/1790000000000-create-warnings.js';
import { KeepFirstStart1790000100000 } from './migrations/1790000100000-keep-first-start.js';
import { CreateEvents1790000300000 } from './migrations/1790000300000-create-events.js';
import { WithdrawRows1790000500000 } from './migrations/1790000500000-withdraw-rows.js';
import { RememberImports1790000600000 } from './migrations/1790000600000-remember-imports.js';
import { AddCollection1795924038436 } from './migrations/1795924038436-add-collection.js';
import { AddThreats1795924058425 } from './migrations/1795924058425-add-threats.js';
import { AddAssessments1795924085806 } from './migrations/1795924085806-add-assessments.js';
import { AddSharingAndFindings1795924108358 } from './migrations/1795924108358-add-sharing-and-findings.js';
import { RunIntelCommands1795924689430 } from './migrations/1795924689430-run-intel-commands.js';
import { CommandLabels1795929418073 } from './migrations/1795929418073-command-labels.js';
import { FindByWords1795929487246 } from './migrations/1795929487246-find-by-words.js';
import { OrderForReaders1795932291926 } from './migrations/1795932291926-order-for-readers.js';
import { FindAndCount1795933873310 } from './migrations/1795933873310-find-and-count.js';
import { AddStandingRequirements1795936045574 } from './migrations/1795936045574-add-standing-requirements.js';
import { TellOfMatches1795942207333 } from './migrations/1795942207333-tell-of-matches.js';
import { CountFetches1795944282846 } from './migrations/1795944282846-count-fetches.js';
import { CoverWords1795944900002 } from './migrations/1795944900002-cover-words.js';
import { RunDailyWork1795953064859 } from './migrations/1795953064859-run-daily-work.js';
import { RetractRecords1795954719541 } from './migrations/1795954719541-retract-records.js';
import { LinkIncidents1795955475766 } from './migrations/1795955475766-link-incidents.js';
import { ReadInOrder1795956061930 } from './migrations/1795956061930-read-in-order.js';
import { KeepRecords1795964977255 } from './migrations/1795964977255-keep-records.js';
import { ListWords1795965207072 } from './migrations/1795965207072-list-words.js';
import { CountSynthetic1795976424466 } from './migrations/1795976424466-count-synthetic.js';
import { TellOfWhatIsWatched1795976567893 } from './migrations/1795976567893-tell-of-what-is-watched.js';

/** Every migration of the service, oldest first. */
export const MIGRATIONS = [
  CreateWarnings1790000000000,
  KeepFirstStart1790000100000,
  CreateEvents1790000300000,
  WithdrawRows1790000500000,
  RememberImports1790000600000,
  AddCollection1795924038436,
  AddThreats1795924058425,
  AddAssessments1795924085806,
  AddSharingAndFindings1795924108358,
  RunIntelCommands1795924689430,
  CommandLabels1795929418073,
  FindByWords1795929487246,
  OrderForReaders1795932291926,
  FindAndCount1795933873310,
  AddStandingRequirements1795936045574,
  TellOfMatches1795942207333,
  CountFetches1795944282846,
  CoverWords1795944900002,
  RunDailyWork1795953064859,
  RetractRecords1795954719541,
  LinkIncidents1795955475766,
  ReadInOrder1795956061930,
  KeepRecords1795964977255,
  ListWords1795965207072,
  CountSynthetic1795976424466,
  TellOfWhatIsWatched1795976567893,
];
