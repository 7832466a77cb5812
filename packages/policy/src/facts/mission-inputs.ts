import type { RecordMarks } from '@chancery/shared/labels/label';
import type { Category } from '@chancery/shared/vocabulary';
import { type FactContext, type GatheredInput, gatherInput } from './gather-input.js';
import { type Jurisdiction, jurisdictionsOf } from './jurisdiction.js';

/** An input about a record in respect of one mission, with what it was put together from. */
export interface MissionInput extends GatheredInput {
  readonly jurisdiction: Jurisdiction;
}

/** The inputs that are put to the rules about one value: one for each mission and dated fact. */
export function missionInputs(context: FactContext, category: Category, record: RecordMarks): readonly MissionInput[] {
  const { view, profile, now } = context;
  return jurisdictionsOf(view, profile, record, now).map((jurisdiction) => {
    return { jurisdiction, ...gatherInput(context, category, record, jurisdiction) };
  });
}
