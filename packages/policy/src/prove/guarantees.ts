import {
  AGENCY_KINDS,
  type AgencyKind,
  CATEGORIES,
  type Category,
  LEGAL_STATUSES,
  PURPOSES,
  REGIMES,
  ROLES,
  type Role,
} from '@chancery/shared/vocabulary';
import { ACT_FLAGS, type ActFlag, DATA_LAWS, IMMUNITIES, PERSON_CATEGORIES, ROLE, some } from '../compiled/bits.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import { needsToKnow, usesWhatItMade } from '../facts/need-to-know.js';
import { possibleRoles } from '../facts/role-of.js';
import { about, flag, JURISDICTIONS, jurisdiction, MAKERS, madeBy, oneOf, STALE, word } from './atoms.js';
import { all, any, atMostOne, exactlyOne, FALSE, type Formula, iff, implies, not } from './formula.js';

/** Something that holds of every question which the facts layer can ask, in a sentence and as a formula. */
export interface Guarantee {
  readonly says: string;
  readonly formula: Formula;
}

const KNOWN = jurisdiction('known');
const IGNORANT = jurisdiction('unknown');

/** What certainly holds cannot be excluded. */
function within(certain: keyof PolicyInput, possible: keyof PolicyInput, words: readonly string[]): Formula {
  return all(...words.map((each) => implies(word(certain, each), word(possible, each))));
}

/** Both bounds are the same. */
function exact(certain: keyof PolicyInput, possible: keyof PolicyInput, words: readonly string[]): Formula {
  return all(...words.map((each) => iff(word(certain, each), word(possible, each))));
}

const none = (attribute: keyof PolicyInput, words: readonly string[]): Formula => not(oneOf(attribute, words));
const every = (attribute: keyof PolicyInput, words: readonly string[]): Formula =>
  all(...words.map((each) => word(attribute, each)));
const oneWord = (attribute: keyof PolicyInput, words: readonly string[]): Formula =>
  exactlyOne(words.map((each) => word(attribute, each)));

function rolesOfKind(kind: AgencyKind): readonly Role[] {
  const possible = possibleRoles({ kind });
  return ROLES.filter((role) => some(possible, ROLE[role]));
}

const ROLES_BY_KIND = AGENCY_KINDS.map((kind) => {
  const roles = rolesOfKind(kind);
  const certain = kind === 'OVERSIGHT' ? every('role', roles) : none('role', ROLES);
  const others = ROLES.filter((role) => !roles.includes(role));
  return implies(
    word('kind', kind),
    all(
      others.length === 0 ? not(FALSE) : none('possibleRole', others),
      implies(IGNORANT, all(every('possibleRole', roles), certain)),
    ),
  );
});

/** At large nobody sends, receives, is mandated or is passed through. */
const AT_LARGE: readonly Role[] = ['OVERSIGHT', 'IGO', 'THIRD_STATE'];

/** Acts that only a State of the mission can make: without its facts nobody could be entitled to them. */
const OF_THE_MISSION: readonly ActFlag[] = [
  ...(['CONSENT_HEAD_OF_MISSION', 'CONSENT_HEAD_OF_POST', 'CONSENT_DESIGNEE', 'CONSENT_UN_SG'] as const),
  ...(['CONSENT_REFUSAL', 'CONSENT_BY_MAKER', 'RELEASE', 'MANDATE', 'DISASTER', 'JUDICIAL_DECISION'] as const),
];
/** What a consent to entry can be about. */
const ENTERED: readonly Category[] = ['PREMISES_RESCUE', 'PREMISES_INTERIOR', 'RESIDENCE', 'PERSON_LOCATION', 'FAMILY'];
const CONSENTS: readonly ActFlag[] = [
  'CONSENT_HEAD_OF_MISSION',
  'CONSENT_HEAD_OF_POST',
  'CONSENT_DESIGNEE',
  'CONSENT_UN_SG',
];
const WAIVERS: readonly ActFlag[] = ['WAIVER_EXPRESS', 'WAIVER_WRITTEN', 'WAIVER_EXECUTION'];
const RECEIVING = ROLES.filter((role) => role.startsWith('RECEIVING_STATE_'));
const ELSEWHERE: readonly Role[] = ['PROTECTING_POWER', 'TRANSIT_STATE', 'IGO', 'THIRD_STATE'];

/** The sending State made it, or the register keeps it of its mission. */
const MADE_BY_SENDING = any(madeBy('sending'), flag('registerRecord'));
/** No law of the Union on personal data binds the maker. */
const UNBOUND = word('dataLaw', 'NONE');

const NEED_TO_KNOW = AGENCY_KINDS.flatMap((kind) =>
  PURPOSES.map((purpose) => {
    return implies(
      all(word('kind', kind), word('purpose', purpose)),
      all(
        iff(flag('needToKnow'), about(...CATEGORIES.filter((category) => needsToKnow(kind, purpose, category)))),
        iff(flag('ownUse'), about(...CATEGORIES.filter((category) => usesWhatItMade(kind, purpose, category)))),
      ),
    );
  }),
);

/** What the facts layer guarantees of every question. Without it a solver would answer with questions that nobody can ask. */
export const GUARANTEES: readonly Guarantee[] = [
  { says: 'one agency kind', formula: oneWord('kind', AGENCY_KINDS) },
  { says: 'one purpose', formula: oneWord('purpose', PURPOSES) },
  { says: 'one kind of data', formula: exactlyOne(CATEGORIES.map((each) => about(each))) },
  { says: 'one jurisdiction', formula: exactlyOne(JURISDICTIONS.map((each) => jurisdiction(each))) },
  {
    says: 'what is certain is possible',
    formula: all(
      within('role', 'possibleRole', ROLES),
      within('regime', 'possibleRegime', REGIMES),
      within('legalStatus', 'possibleLegalStatus', LEGAL_STATUSES),
      within('inForce', 'notExcluded', ACT_FLAGS),
      within('person', 'possiblePerson', PERSON_CATEGORIES),
      within('immunity', 'possibleImmunity', IMMUNITIES),
    ),
  },
  {
    says: 'known facts give one role, one regime and one status',
    formula: implies(
      KNOWN,
      all(
        oneWord('role', ROLES),
        exact('role', 'possibleRole', ROLES),
        oneWord('regime', REGIMES),
        exact('regime', 'possibleRegime', REGIMES),
        oneWord('legalStatus', LEGAL_STATUSES),
        exact('legalStatus', 'possibleLegalStatus', LEGAL_STATUSES),
      ),
    ),
  },
  {
    says: 'a record that concerns no post is under no regime',
    formula: implies(
      jurisdiction('atLarge'),
      all(
        oneWord('role', ROLES),
        oneOf('role', AT_LARGE),
        exact('role', 'possibleRole', ROLES),
        word('regime', 'NONE'),
        oneWord('possibleRegime', REGIMES),
        none('possibleLegalStatus', LEGAL_STATUSES),
      ),
    ),
  },
  {
    says: 'of a post that nothing is known of, everything is possible',
    formula: implies(
      IGNORANT,
      all(
        none('regime', REGIMES),
        every('possibleRegime', REGIMES),
        none('legalStatus', LEGAL_STATUSES),
        every('possibleLegalStatus', LEGAL_STATUSES),
      ),
    ),
  },
  {
    says: 'which acts are in force is told where the facts are, and under a stale snapshot not at all',
    formula: all(
      implies(not(any(STALE, IGNORANT)), exact('inForce', 'notExcluded', ACT_FLAGS)),
      implies(any(STALE, IGNORANT), every('notExcluded', ACT_FLAGS)),
      implies(STALE, all(not(KNOWN), none('inForce', ACT_FLAGS))),
    ),
  },
  { says: 'roles are those of the agency kind', formula: all(...ROLES_BY_KIND) },
  {
    says: 'what follows from the kind of data',
    formula: all(
      implies(about('PUBLIC_FACT'), flag('published')),
      implies(all(flag('published'), not(about('PUBLIC_FACT'))), word('tags', 'public')),
      implies(word('tags', 'public'), flag('published')),
      iff(flag('rescueMinimum'), about('PREMISES_RESCUE')),
      iff(flag('proceedings'), about('CASE', 'PROCEEDING')),
      iff(flag('aboutOffender'), about('OFFENDER')),
      iff(flag('aboutDetention'), about('DETENTION')),
    ),
  },
  {
    says: 'an agency is of the State that it acts for',
    formula: all(implies(flag('originator'), flag('ownState')), implies(flag('ownState'), not(flag('registerRecord')))),
  },
  {
    says: 'one law on personal data binds a holder; to its own State nothing is a transfer, to the United Nations everything is',
    formula: all(
      oneWord('dataLaw', DATA_LAWS),
      implies(flag('transfer'), all(not(UNBOUND), not(flag('ownState')))),
      implies(flag('registerRecord'), UNBOUND),
      implies(all(flag('unitedNations'), not(UNBOUND)), flag('transfer')),
      implies(word('tags', 'leaOrigin'), not(word('dataLaw', 'GDPR'))),
      implies(all(word('tags', 'civilMatter'), word('dataLaw', 'LED')), word('tags', 'leaOrigin')),
    ),
  },
  {
    says: 'nobody is a national of an organisation',
    formula: implies(
      flag('nationalOfSubject'),
      not(any(flag('unitedNations'), all(flag('ownState'), word('dataLaw', 'EUDPR')))),
    ),
  },
  {
    says: "whose record it is follows from the role where the record is the own State's",
    formula: all(
      ...MAKERS.map((each) => implies(madeBy(each), all(KNOWN, not(flag('registerRecord'))))),
      implies(all(KNOWN, word('role', 'SENDING_STATE')), iff(madeBy('sending'), flag('ownState'))),
      implies(all(KNOWN, oneOf('role', RECEIVING)), iff(madeBy('receiving'), flag('ownState'))),
      implies(
        all(KNOWN, oneOf('role', ELSEWHERE), flag('ownState')),
        all(not(madeBy('sending')), not(madeBy('receiving'))),
      ),
      atMostOne([madeBy('sending'), madeBy('receiving')]),
    ),
  },
  {
    says: 'who needs to know, and who goes back to what it made, follows from kind, purpose and kind of data',
    formula: all(...NEED_TO_KNOW),
  },
  {
    says: 'without facts nobody is entitled to the acts of a post',
    formula: implies(not(KNOWN), none('inForce', OF_THE_MISSION)),
  },
  {
    says: 'who consents to entry follows from the treaty of the post, and a refusal outweighs every consent',
    formula: implies(
      KNOWN,
      all(
        implies(
          oneOf('inForce', ['CONSENT_HEAD_OF_POST', 'CONSENT_DESIGNEE']),
          oneOf('regime', ['VCCR', 'VCCR_HONORARY']),
        ),
        implies(word('inForce', 'CONSENT_UN_SG'), word('regime', 'CPIUN')),
        implies(word('inForce', 'CONSENT_HEAD_OF_MISSION'), not(word('regime', 'CPIUN'))),
        implies(word('inForce', 'CONSENT_REFUSAL'), none('inForce', CONSENTS)),
      ),
    ),
  },
  {
    says: 'a consent is to entry, and for what shows the inside or who is there',
    formula: implies(oneOf('inForce', CONSENTS), about(...ENTERED)),
  },
  {
    says: 'a consent or release of the State that made the record is told from one of a State that did not, and a mandate entrusts its own',
    formula: all(
      implies(word('inForce', 'MANDATE'), MADE_BY_SENDING),
      implies(word('inForce', 'CONSENT_BY_MAKER'), all(oneOf('inForce', CONSENTS), MADE_BY_SENDING)),
      implies(all(oneOf('inForce', CONSENTS), MADE_BY_SENDING), word('inForce', 'CONSENT_BY_MAKER')),
      implies(all(word('inForce', 'RELEASE'), MADE_BY_SENDING), word('inForce', 'RELEASE_BY_MAKER')),
      implies(all(word('inForce', 'RELEASE_BY_MAKER'), MADE_BY_SENDING), word('inForce', 'RELEASE')),
      implies(all(word('inForce', 'RELEASE_BY_MAKER'), flag('registerRecord')), KNOWN),
    ),
  },
  {
    says: 'a waiver is of somebody whose immunity is known, and a written one is express',
    formula: all(
      implies(oneOf('inForce', WAIVERS), oneOf('person', PERSON_CATEGORIES)),
      implies(word('inForce', 'WAIVER_WRITTEN'), word('inForce', 'WAIVER_EXPRESS')),
    ),
  },
  {
    says: 'the United States alone disclose in an emergency, what is theirs',
    formula: implies(word('inForce', 'EMERGENCY_DISCLOSURE'), all(UNBOUND, not(flag('registerRecord')))),
  },
];
