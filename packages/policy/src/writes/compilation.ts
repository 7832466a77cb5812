import { joinLabels } from '@chancery/shared/labels/join-labels';
import type { Label } from '@chancery/shared/labels/label';

/** An adopted guide that says when values together reveal more than each of them does. */
export interface CompilationGuide {
  /** Reference of the guide; empty when none was adopted, and then nobody but an original classifier may classify. */
  readonly guideRef: string;
  /** Coordinates whose values reveal it when they stand in one answer. */
  readonly together: readonly string[];
  readonly reason: string;
  /** What the compilation is marked with beside its parts. */
  readonly label: Label;
}

/** One value of an answer, by coordinate. */
export interface CompiledPart {
  readonly coordinate: string;
  readonly label: Label;
}

/** The mark of an answer as a whole; its parts keep their own. */
export interface Compilation {
  readonly label: Label | null;
  readonly reasons: readonly string[];
  /** What an original classification authority must be asked, because no adopted guide covers it. */
  readonly referred: readonly string[];
}

/**
 * EO 13526 1.7(e), 32 CFR 2001.24(g): the join of what is returned, raised where an adopted guide says that the parts
 * reveal more together. Without a guide nothing is classified here: the question is referred to the authority.
 */
export function compile(parts: readonly CompiledPart[], guides: readonly CompilationGuide[]): Compilation {
  const present = new Set(parts.map(({ coordinate }) => coordinate));
  const matching = guides.filter(({ together }) => together.length > 0 && together.every((each) => present.has(each)));
  const adopted = matching.filter(({ guideRef }) => guideRef !== '');
  const [first, ...others] = [...parts, ...adopted].map(({ label }) => label);
  return {
    label: first === undefined ? null : others.reduce(joinLabels, first),
    reasons: adopted.map(({ guideRef, reason }) => `${reason} (${guideRef})`),
    referred: matching.filter(({ guideRef }) => guideRef === '').map(({ reason }) => reason),
  };
}
