import type { Grantor, PathsFound, PathToYes, Step } from '../paths/path.js';

/** Prints what would open a value: a path a line, each step with who may grant it. */
export function printPaths({ paths, complete }: PathsFound): readonly string[] {
  if (paths.length === 0) return [complete ? 'nothing would: no act, purpose or attribute' : 'nothing was found'];
  const lines = paths.map((path) => `- ${sayPath(path)}`);
  return complete ? lines : [...lines, 'there may be others'];
}

const sayPath = (path: PathToYes): string => path.map(sayStep).join('; and ');

/** A step in words: ``CONSENT by HEAD_OF_MISSION of USA``. */
export function sayStep(step: Step): string {
  switch (step.step) {
    case 'ACT':
      return `${step.act}${sayForm(step.form)} by ${sayGrantor(step.by)}`;
    case 'REVOCATION':
      return `${step.id} taken back by ${step.by.represents ?? 'its issuer'}`;
    case 'PURPOSE':
      return `asked for ${step.purpose}${step.assigned ? '' : ', which the trust agreement would have to name'}`;
    case 'CASE':
      return `asked under case ${step.caseId}`;
    case 'AGENCY_KIND':
      return `asked by an agency of kind ${step.kind} of the same State`;
    case 'CLEARANCE':
      return `a clearance of ${step.policy}:${step.rank}, with its briefing, from the State of whoever asks`;
    case 'COMPARTMENT':
      return `read in to ${step.compartment} by who keeps it`;
    case 'LABEL':
      return 'what its label asks, lifted by who marked it';
  }
}

function sayForm(form: Extract<Step, { step: 'ACT' }>['form']): string {
  if (typeof form === 'object') return ` (${form.on})`;
  switch (form) {
    case 'OF_EXECUTION':
      return ' of immunity from execution';
    case 'FOR_THE_CASE':
      return ' to the case';
    case 'OF_TRANSIT':
      return ' as a State of transit';
    default:
      return '';
  }
}

function sayGrantor({ represents, offices }: Grantor): string {
  return `${offices.join(' or ')} of ${represents ?? 'its source'}`;
}
