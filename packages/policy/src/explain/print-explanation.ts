import type { Citation } from '../decision.js';
import type {
  Explanation,
  LabelTest,
  MandatoryLayer,
  MissionLayer,
  Outcome,
  RulesLayer,
  WeighedCondition,
  WeighedRule,
} from './explanation.js';

const JUDGED_BY: Readonly<Record<Explanation['judgedBy'], string>> = {
  PROFILE_ALONE: 'the profile alone: nothing in any record, fact or act could open this kind of data for it',
  CURRENT_FACTS: 'current facts and acts',
  UNKNOWN_FACTS: 'no facts: the snapshot is stale, so every fact and act is unknown',
  LAST_KNOWN_FACTS: 'the last known facts: the snapshot is stale, and they close the value as well',
};
/** Words of an effect. */
export const VERDICT: Readonly<Record<Outcome['effect'], string>> = {
  allow: 'ALLOWED',
  withhold: 'WITHHELD',
  hide: 'HIDDEN',
};

/** Prints an explanation as plain text for a report: numbered sections, article by article. */
export function printExplanation(explanation: Explanation): string {
  const { outcome, mandatory, missions, rules } = explanation;
  const sections = [
    section('Outcome', outcomeLines(outcome)),
    ...(mandatory === null ? [] : [section('Label (mandatory layer)', mandatoryLines(mandatory))]),
    ...(missions === null ? [] : [section('Facts and acts', missions.flatMap(missionLines))]),
    ...(rules === null ? [] : [section('Rules', rulesLines(rules, outcome))]),
    ...(rules === null
      ? [section('Record', ['the reader may not see this record: no mark, fact or act of it is named'])]
      : []),
  ];
  const numbered = sections.map((lines, index) => [`${index + 1}. ${lines[0]}`, ...lines.slice(1)]);
  return `${[...headLines(explanation), ...numbered.flatMap((lines) => ['', ...lines])].join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return [title, ...lines.map((line) => `   ${line}`)];
}

function headLines({ asked, judgedBy }: Explanation): readonly string[] {
  const underCase = asked.caseId === null ? '' : `, case ${asked.caseId}`;
  return [
    `Why ${asked.agency} (${asked.kind}, ${asked.represents}), purpose ${asked.purpose}${underCase},`,
    `may or may not see ${asked.coordinate} (${asked.category}) at ${asked.at}`,
    `Judged by ${JUDGED_BY[judgedBy]}.`,
    `Snapshot ${asked.snapshot}${asked.stale ? ' (stale)' : ''}, rules ${asked.policy}`,
  ];
}

function outcomeLines({ effect, code, citations, obligations, acts, validUntil }: Outcome): readonly string[] {
  return [
    `${VERDICT[effect]}${code === null ? '' : `: ${code}`}`,
    ...citations.map((each) => `by ${cite(each)}`),
    ...(acts.length === 0 ? [] : [`relying on ${acts.join(', ')}`]),
    ...obligations.map(({ kind, dueAt, rule }) => `owes ${kind} by ${dueAt} [${rule}]`),
    validUntil === null
      ? 'when it can change is not told: the reader may not read what it depends on'
      : `can change at: ${validUntil}`,
  ];
}

/** A citation; the project's own rules are their own articles. */
function cite({ rule, instrument, article }: Citation): string {
  return instrument === 'CHANCERY' ? `Chancery charter [${rule}]` : `${instrument}, article ${article} [${rule}]`;
}

function mandatoryLines({ tests, bars, permits }: MandatoryLayer): readonly string[] {
  const barred = bars.flatMap((bar) => [`barred by ${cite(bar)}`, ...bar.liftedBy.map((act) => `  lifted by ${act}`)]);
  const passed = permits.map((permit) => `passed by ${cite(permit)}`);
  return [...tests.map(testLine), ...passed, ...(barred.length === 0 ? ['nothing of the label bars'] : barred)];
}

function testLine({ test, asked, has, holds }: LabelTest): string {
  const verdict = holds === null ? 'for the rules to settle' : holds ? 'holds' : 'fails';
  if (asked === 'nothing') return `${test.padEnd(12)}asks nothing`;
  return `${test.padEnd(12)}asks ${asked}; subject has ${has ?? '(not told)'}: ${verdict}`;
}

function missionLines({
  mission,
  sending,
  receiving,
  regimes,
  legalStatus,
  roles,
  acts,
}: MissionLayer): readonly string[] {
  const post = sending === null ? 'nothing is known of it' : `${sending} in ${receiving}`;
  const status = legalStatus === null ? '' : `, ${legalStatus}`;
  return [
    mission === null
      ? 'The record concerns no mission.'
      : `${mission}: ${post}, under ${regimes.join(' or ')}${status}`,
    `  the subject is ${roles.join(' or ') || 'not known to have any role'}`,
    ...(acts === null ? ['  acts: not told, the reader may not read them'] : []),
    ...(acts?.length === 0 ? ['  acts: none names it'] : []),
    ...(acts ?? []).map(
      ({ act, kind, by, matched, why }) => `  ${matched ? 'act' : 'not'} ${act}, ${kind} by ${by}: ${why}`,
    ),
  ];
}

function rulesLines({ bars, lifted, permits, closest, duties }: RulesLayer, { effect }: Outcome): readonly string[] {
  return [
    ...titled('Bars', bars, bars.length === 0 ? 'none holds' : ''),
    ...titled('Bars that are lifted', lifted, ''),
    ...titled('Permits', permits, permits.length === 0 ? 'none is known to hold' : ''),
    ...titled('Permits that come closest', closest, ''),
    ...(effect === 'allow' ? titled('Duties', duties, '') : []),
  ];
}

function titled(title: string, rules: readonly WeighedRule[], empty: string): readonly string[] {
  if (rules.length === 0) return empty === '' ? [] : [`${title}: ${empty}`];
  return [`${title}:`, ...rules.flatMap(ruleLines).map((line) => `  ${line}`)];
}

function ruleLines(rule: WeighedRule): readonly string[] {
  const respect = rule.mission === null ? '' : `, in respect of ${rule.mission}`;
  return [
    `${cite(rule)} ${rule.title}${respect}`,
    ...rule.when.map((each) => `  when    ${conditionText(each)}`),
    ...rule.unless.map((each) => `  unless  ${conditionText(each)}`),
    ...rule.liftedBy.map((act) => `  lifted by ${act}`),
  ];
}

function conditionText({ text, holds }: WeighedCondition): string {
  return `${text}: ${holds === null ? '(not told)' : holds ? 'yes' : 'no'}`;
}
