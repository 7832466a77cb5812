import type { RecordMarks } from '@chancery/shared/labels/label';
import type { Category } from '@chancery/shared/vocabulary';
import { type Asked, type Asking, ask } from './ask.js';
import { type Jurisdiction, jurisdictionsOf } from './jurisdiction.js';

/** A question about a record in respect of one mission, with what it was put together from. */
export interface AskedOfMission extends Asked {
  readonly jurisdiction: Jurisdiction;
}

/** The questions that are put to the rules about one value: one for each mission and dated fact. */
export function questionsOf(asking: Asking, category: Category, record: RecordMarks): readonly AskedOfMission[] {
  const { view, profile, now } = asking;
  return jurisdictionsOf(view, profile, record, now).map((jurisdiction) => {
    return { ...ask(asking, category, record, jurisdiction), jurisdiction };
  });
}
