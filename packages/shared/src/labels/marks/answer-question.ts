import { z } from 'zod';
import { HandlingSyntaxError } from '../handling-syntax-error.js';
import { parseLabel } from '../parse-handling.js';
import { printConfidentialityLabels } from '../stanag/print-confidentiality-label.js';
import { privacyMarkOf } from '../stanag/privacy-mark.js';
import { UnmarkableLabelError } from '../stanag/unmarkable-label-error.js';
import { objectionTo } from './check-mark.js';
import { labelOfMarks } from './label-of-mark.js';
import type { Mark } from './mark.js';
import { MarkSyntaxError } from './mark-errors.js';
import { parseMark, parsePortion } from './parse-mark.js';
import { printBanner, printPortion } from './print-mark.js';
import { rollUp } from './roll-up.js';

const QUESTIONS_MAX = 100_000;
const PORTIONS_MAX = 1_000;

const instant = z.iso.datetime().transform((text) => Date.parse(text));

/** What `npm run marks` is asked: whether a text is a mark, what the banner over portions is, or how a label leaves for NATO's systems. */
export const MARK_QUESTIONS = z
  .array(
    z.union([
      z.strictObject({ mark: z.string(), originator: z.string().optional() }),
      z.strictObject({ rollUp: z.array(z.string()).min(1).max(PORTIONS_MAX) }),
      z.strictObject({
        label: z.string(),
        maker: z.string().optional(),
        originator: z.url(),
        created: instant,
        review: instant,
      }),
    ]),
  )
  .max(QUESTIONS_MAX);

export type MarkQuestion = z.infer<typeof MARK_QUESTIONS>[number];

/** The answer to one question, as one line of JSON. */
export type MarkAnswer = Readonly<Record<string, unknown>>;

/** Answers one question; a text that is no mark is an answer, not a failure. */
export function answerQuestion(question: MarkQuestion): MarkAnswer {
  if ('mark' in question) return answerMark(question.mark, question.originator);
  return 'rollUp' in question ? answerRollUp(question.rollUp) : answerLabel(question);
}

type LabelQuestion = Extract<MarkQuestion, { label: string }>;

function answerLabel({ label: text, originator, created, review, ...question }: LabelQuestion): MarkAnswer {
  const maker = question.maker ?? null;
  try {
    const label = parseLabel(text);
    const confidentialityLabels = printConfidentialityLabels(label, {
      id: 'label',
      originator: { idType: 'uniformResourceIdentifier', id: originator },
      maker,
      createdAt: created,
      reviewAt: review,
    });
    return { label: text, accepted: true, banner: privacyMarkOf(label, maker), confidentialityLabels };
  } catch (error) {
    if (!(error instanceof HandlingSyntaxError || error instanceof UnmarkableLabelError)) throw error;
    return { label: text, accepted: false, reason: error.message };
  }
}

function answerMark(mark: string, originator: string | undefined): MarkAnswer {
  try {
    const { form, isExercise, marks } = parseMark(mark);
    const [first, ...rest] = marks;
    return {
      mark,
      accepted: true,
      form,
      label: labelOfMarks(marks, originator),
      banner: leansOnPage(first) ? null : printBanner(form === 'portion' ? rollUp([first]) : marks, isExercise),
      portion: rest.length === 0 ? printPortion(first) : null,
    };
  } catch (error) {
    return { mark, ...refusal(error) };
  }
}

function answerRollUp(portions: readonly string[]): MarkAnswer {
  const marks: Mark[] = [];
  try {
    for (const portion of portions) marks.push(parsePortion(portion));
  } catch (error) {
    return { rollUp: portions, ...refusal(error), portion: marks.length };
  }
  if (marks.some(({ leansOnPage: leans }) => leans) && marks.every(({ relTo }) => relTo === null)) {
    const portion = marks.findIndex(({ leansOnPage: leans }) => leans);
    return {
      rollUp: portions,
      accepted: false,
      position: 0,
      reason: 'REL beside a portion that spells its list out',
      portion,
    };
  }
  const wanting = marks.map((mark) => objectionTo(mark, 'portion')[0]?.expected ?? null);
  return {
    rollUp: portions,
    accepted: true,
    banner: printBanner(rollUp(marks)),
    ...(wanting.some((each) => each !== null) ? { wanting } : {}),
  };
}

function leansOnPage({ leansOnPage: leans, system, owners }: Mark): boolean {
  return leans || (system === 'JOINT' && owners.length === 0);
}

function refusal(error: unknown): MarkAnswer {
  if (!(error instanceof MarkSyntaxError)) throw error;
  return { accepted: false, position: error.position, reason: `expected ${error.expected}` };
}
