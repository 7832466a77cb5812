import { RULE_TEXTS } from '@chancery/policy/rule-texts';
import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError, WriteDenied } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { amend, type Changing } from '@chancery/shared/subgraph/aggregate/move-command';
import { Day, Flag, Kept, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { textKind } from '@chancery/shared/subgraph/record/kinds';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { Confidence } from '../vocabulary.js';

/** A case study: what happened, by which source, and which rules it tests. One that is published is told to everybody. */
@Recorded({
  name: 'CaseStudy',
  prefix: 'csy',
  says: 'A case study: what happened, by which source, and which rules it tests.',
})
export class CaseStudy extends Labelled {
  @OfIncident('caseStudies', 'PUBLIC_FACT', 'The public account of it.')
  incident?: Incident | null;

  @Text({ is: 'PUBLIC_FACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Title.', searchable: true })
  title!: string;

  @Day({ is: 'PUBLIC_FACT', says: 'Day it began.', filter: true, order: true })
  occurredOn!: string;

  @Texts({ is: 'PUBLIC_FACT', says: 'What the source says, sentence by sentence.' })
  facts!: string[];

  @Text({ is: 'PUBLIC_FACT', says: 'Title of the source.' })
  source!: string;

  @Word(Confidence, { is: 'PUBLIC_FACT', says: 'How sure the account is.', filter: true })
  confidence!: Confidence;

  @Flag({
    is: 'PUBLIC_FACT',
    says: 'Whether the account was checked against its source with high confidence.',
    filter: true,
  })
  isVerified!: boolean;

  @Texts({ is: 'PUBLIC_FACT', says: 'Ids of the legal rules that it tests.' })
  legalTests!: string[];

  /** Who wrote it, or changed it last: somebody else checks it against its source. */
  @Kept(textKind(null), { nullable: true })
  writtenBy!: string | null;
}

/** What is written anew was not checked. */
const UNCHECKED = {
  isVerified: () => false,
  writtenBy: (_: unknown, { viewer }: Pick<Changing<CaseStudy>, 'viewer'>) => viewer.profile.subject.id,
};

function checkRules({ legalTests }: { readonly legalTests: readonly string[] | null }): void {
  const unknown = legalTests?.find((id) => !Object.hasOwn(RULE_TEXTS, id));
  if (unknown !== undefined)
    throw new ClientError('INPUT_INVALID', `\`${unknown}\` is no rule of the register`, 'input.legalTests');
}

const verifyCaseStudy = amend<CaseStudy>()({
  field: 'verifyCaseStudy',
  says: 'Says that somebody other than its writer checked a case study against its source.',
  noun: 'check',
  inputSays: 'A case study that was checked.',
  sets: { confidence: { required: true } },
  law: lawOfCommand('verifyCaseStudy'),
  check: ({ confidence }) => {
    if (confidence !== 'HIGH')
      throw new ClientError('INPUT_INVALID', 'what is checked is of `HIGH` confidence', 'input.confidence');
  },
  complete: {
    isVerified: (_, { viewer, record }) => {
      if (record.writtenBy !== viewer.profile.subject.id) return true;
      throw new WriteDenied('somebody else checks what was written', ['CHY-STDY']);
    },
  },
});

export const caseStudies = aggregateOf(CaseStudy, {
  one: 'caseStudy',
  many: 'caseStudies',
  noun: 'case study',
  nouns: 'case studies',
  commands: [
    ...keep<CaseStudy>()({
      field: 'writeCaseStudy',
      of: 'CaseStudy',
      says: 'Writes a case study of an incident, which nobody has checked yet.',
      sets: {
        title: { max: 200 },
        occurredOn: { time: 'PAST' },
        facts: { max: 40, each: 1000 },
        source: { max: 400 },
        confidence: {},
        legalTests: { max: 40, each: 40 },
      },
      about: 'incident',
      law: lawOfCommand,
      check: checkRules,
      complete: UNCHECKED,
      amended: UNCHECKED,
    }),
    verifyCaseStudy,
  ],
});
