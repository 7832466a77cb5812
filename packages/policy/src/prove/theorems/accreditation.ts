import type { Fact } from '@chancery/shared/snapshot/snapshot';
import { AGENCY_KINDS, type Category, LEGAL_STATUSES, REGIMES } from '@chancery/shared/vocabulary';
import { createPolicyEngine } from '../../engine.js';
import type { EveryTheorem, Exception } from '../theorem.js';
import { isOpen, requestOf, situationsTried, type Tried } from '../tried-request.js';

/** Two members of the Union, so that nothing but their place among the States of accreditation tells them apart. */
const [ONE, OTHER] = ['AUT', 'DEU'];
const CATEGORIES: readonly Category[] = [
  'CASE',
  'PERSON_LOCATION',
  'ARCHIVE',
  'PREMISES_RESCUE',
  'PREMISES_PERIMETER',
  'ROSTER',
];
const PERSONS = ['', `;im=DIPLOMATIC_AGENT:USA:2026-01-01..`, `;im=DIPLOMATIC_AGENT:${ONE}:2026-01-01..`];
const MAKERS = ['USA.office', `${ONE}.office`, `${ONE}.agency`, 'CHANCERY.register'];

const factOf = (receiving: string, regime: Fact['regime'], legalStatus: Fact['legalStatus']): Fact => ({
  m: 'Q1',
  sending: 'USA',
  receiving,
  regime,
  legalStatus,
  protectingPower: null,
  from: '2026-01-01',
  until: null,
});

/** Every input of the facts layer that the place of a State among others could bear on. */
function* triedOf(): Generator<Tried> {
  for (const regime of REGIMES) {
    for (const status of LEGAL_STATUSES) {
      const facts = [ONE, OTHER].map((receiving) => factOf(receiving, regime, status));
      for (const kind of AGENCY_KINDS) {
        for (const category of CATEGORIES) {
          for (const person of PERSONS) {
            for (const maker of MAKERS) {
              const record = `own=${maker};m=Q1${person}`;
              yield {
                agency: `${ONE}.agency`,
                kind,
                purpose: 'CRIMINAL_INVESTIGATION',
                category,
                record,
                facts,
                acts: [],
              };
            }
          }
        }
      }
    }
  }
}

/** The same with the two States in each other's place. */
function swapped(tried: Tried): Tried {
  const swap = (text: string): string =>
    text.replaceAll(new RegExp(`${ONE}|${OTHER}`, 'g'), (state) => (state === ONE ? OTHER : ONE));
  return { ...tried, agency: swap(tried.agency), record: swap(tried.record) };
}

function exceptions(): readonly Exception[] {
  const engine = createPolicyEngine();
  const found: Exception[] = [];
  for (const tried of triedOf()) {
    const other = swapped(tried);
    const seen = (each: Tried): string => JSON.stringify(situationsTried(each).map(({ input }) => input));
    if (seen(tried) !== seen(other)) found.push({ name: 'the States are not bound alike', request: requestOf(other) });
    const alone = { ...tried, facts: tried.facts.filter(({ receiving }) => receiving === ONE) };
    if (isOpen(engine, tried) && !isOpen(engine, alone)) {
      found.push({ name: 'another State of accreditation opens it', request: requestOf(tried) });
    }
    if (found.length > 9) break;
  }
  return found;
}

export const ACCREDITED_ALIKE: EveryTheorem = {
  id: 'every-state-of-accreditation-alike',
  article: 'VCDR 5(1), 6; VCCR 7, 18',
  forbids:
    'that of the States to which a post is accredited one is bound otherwise than another, or less because there are others',
  kind: 'every',
  exceptions,
};
