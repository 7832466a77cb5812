import {
  ACT_KINDS,
  CATEGORIES,
  type Category,
  OBLIGATION_KINDS,
  WITHHELD_CODES,
  type WithheldCode,
} from '@chancery/shared/vocabulary';
import { z } from 'zod';
import type { Lift, ObligationTemplate } from '../compiled/compiled-policy.js';

const category = z.enum(CATEGORIES as [Category, ...Category[]]);
const items = (text: string): string[] => text.split(',').map((item) => item.trim());

/** `CONSENT, DISASTER(PREMISES_RESCUE)`: an act, and in brackets the one kind of data for which alone it lifts. */
const lifts = z.string().transform((text, context): Lift[] =>
  items(text).map((item) => {
    const found = /^([A-Z_]+)(?:\(([A-Z_]+)\))?$/.exec(item);
    const act = z.enum(ACT_KINDS).safeParse(found?.[1]);
    const only = category.optional().safeParse(found?.[2]);
    if (!act.success || !only.success) {
      context.addIssue(`\`${item}\` names no act and category`);
      return z.NEVER;
    }
    return { act: act.data, categories: only.data === undefined ? null : [only.data] };
  }),
);

/** `NOTIFY_POST:300`: an obligation, and after how many seconds it is due. */
const obligations = z.string().transform((text, context): ObligationTemplate[] =>
  items(text).map((item) => {
    const found = /^([A-Z_]+):(\d+)$/.exec(item);
    const kind = z.enum(OBLIGATION_KINDS).safeParse(found?.[1]);
    if (!kind.success) {
      context.addIssue(`\`${item}\` names no obligation and seconds`);
      return z.NEVER;
    }
    return { kind: kind.data, dueInSeconds: Number(found?.[2]) };
  }),
);

/** Prose may run over lines, and reads as one. */
const prose = z
  .string()
  .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
  .pipe(z.string().min(1));

/** What the legal register says of a rule. */
const words = {
  /** The rule in one sentence. */
  summary: prose,
  /** Whether the text of the source was read; otherwise it is from memory or from a transposition. */
  checked: z.enum(['true', 'false']).transform((text) => text === 'true'),
  /** What part of the rule is not held, and why. */
  note: prose.optional(),
  /** What else holds it: other rules by their ids, modules by their paths from the root of the repository. */
  with: z.string().transform(items).default([]),
};

const common = {
  ...words,
  id: z.string().regex(/^[A-Z0-9]+(-[A-Za-z0-9.]+)+$/),
  instrument: z.string().min(1),
  article: z.string().min(1),
  title: z.string().min(1),
  inForce: z.iso.date(),
  tell: z.enum(['caller', 'auditor']),
};

/** Annotations of a permit: it may ask for obligations, and has no code because it bars nothing. */
export const permitAnnotations = z.strictObject({ ...common, obligation: obligations.default([]) });

/** Annotations of a duty: what follows when a value is opened, on whatever basis. It opens nothing itself. */
export const dutyAnnotations = z.strictObject({ ...common, duty: obligations });

const codes: readonly WithheldCode[] = WITHHELD_CODES;

/** Annotations of a forbid: the code that a caller is given, and the acts that lift it (none: leave it out). */
export const forbidAnnotations = z.strictObject({
  ...common,
  code: z.enum(codes as [WithheldCode, ...WithheldCode[]]),
  liftedBy: lifts.default([]),
});
