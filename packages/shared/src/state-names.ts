import { iso31661 } from 'iso-3166';

/** Codes that stand for a State or organisation here and have no row in ISO 3166-1, or a row that says more than the register does. */
const OTHERS: readonly (readonly [string, string])[] = [
  // ISO 3166-1 sorts it under a claim of sovereignty, on which this register takes no view.
  ['TWN', 'Taiwan'],
  // User-assigned, as Wikidata and the European Union have it.
  ['XKX', 'Kosovo'],
  ['AU', 'African Union'],
  ['EU', 'European Union'],
  ['NATO', 'North Atlantic Treaty Organization'],
  ['OSCE', 'Organization for Security and Co-operation in Europe'],
  ['UN', 'United Nations'],
];

/** Names that take an article in running text; ISO 3166-1 prints it behind the name. */
const WITH_ARTICLE: ReadonlySet<string> = new Set([
  ...['ARE', 'AU', 'BHS', 'BOL', 'CAF', 'COD', 'COG', 'COK', 'COM', 'CYM', 'DOM', 'EU', 'FRO', 'FSM', 'GBR', 'GMB'],
  ...['IRN', 'KOR', 'LAO', 'MDA', 'MDV', 'MHL', 'NATO', 'NER', 'NLD', 'OSCE', 'PHL', 'PRK', 'PSE', 'RUS', 'SDN', 'SLB'],
  ...['SYR', 'TCA', 'TZA', 'UN', 'USA', 'VAT', 'VEN'],
]);

const NAMES: ReadonlyMap<string, string> = new Map([
  ...iso31661.map(({ alpha3, name }) => [alpha3, inRunningText(name)] as const),
  ...OTHERS,
]);

const STATE_CODE = /^[A-Z]{3}$/;

/** The codes of all States, in their order. */
export function stateCodes(): string[] {
  return [...NAMES.keys()].filter((code) => STATE_CODE.test(code)).sort();
}

/** English short name of a State by ISO 3166-1, or of an organisation; null for a code that is nobody's. */
export function stateName(code: string): string | null {
  return NAMES.get(code) ?? null;
}

/** The same with its article, as it stands behind `of`. */
export function stateNameWithArticle(code: string): string | null {
  const name = stateName(code);
  return name !== null && WITH_ARTICLE.has(code) ? `the ${name}` : name;
}

/** `Tanzania, United Republic of` is how a list sorts it: `United Republic of Tanzania`. */
function inRunningText(name: string): string {
  const [, sorted, title] = /^([^,]+), (.+ of(?: the)?)$/.exec(name) ?? [];
  return sorted === undefined || title === undefined ? name : `${title} ${sorted}`;
}
