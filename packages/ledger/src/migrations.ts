import { CreateLedger1790000000000 } from './migrations/1790000000000-create-ledger.js';
import { LeaseLog1790000100000 } from './migrations/1790000100000-lease.js';
import { NumberSnapshots1790000800000 } from './migrations/1790000800000-snapshot-numbers.js';
import { ShareLog1790000900000 } from './migrations/1790000900000-shared-log.js';
import { NameAsked1790001000000 } from './migrations/1790001000000-asked.js';
import { KeepCheckpoints1790001100000 } from './migrations/1790001100000-checkpoints.js';
import { NameSubjects1790001200000 } from './migrations/1790001200000-subjects.js';
import { PartitionEntries1790001310000 } from './migrations/1790001310000-partitions.js';
import { KeepSaid1790001320000 } from './migrations/1790001320000-said.js';
import { HoldRecords1790001330000 } from './migrations/1790001330000-holds.js';
import { FindTouches1790001340000 } from './migrations/1790001340000-touches.js';
import { NoteErasures1790001350000 } from './migrations/1790001350000-erasures.js';
import { FindPeople1790001360000 } from './migrations/1790001360000-people.js';
import { OrderHolds1790001370000 } from './migrations/1790001370000-hold-orders.js';

/** Migrations of the ledger's database, oldest first; run with the owner's login. */
export const LEDGER_MIGRATIONS = [
  CreateLedger1790000000000,
  LeaseLog1790000100000,
  NumberSnapshots1790000800000,
  ShareLog1790000900000,
  NameAsked1790001000000,
  KeepCheckpoints1790001100000,
  NameSubjects1790001200000,
  PartitionEntries1790001310000,
  KeepSaid1790001320000,
  HoldRecords1790001330000,
  FindTouches1790001340000,
  NoteErasures1790001350000,
  FindPeople1790001360000,
  OrderHolds1790001370000,
];
