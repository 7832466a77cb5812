import type { MissionKind } from '@chancery/shared/vocabulary';

/** What kinds of post are called in a language, and the Holy See, which CLDR knows by the name of its city alone. */
export interface MissionTitles {
  readonly titles: Readonly<Record<MissionKind, string>>;
  readonly holySee: string;
}

/** By the primary subtag of a language. Written from memory of how ministries call them: a translator has not seen them. */
export const TITLES_IN: ReadonlyMap<string, MissionTitles> = new Map([
  [
    'de',
    {
      titles: {
        EMBASSY: 'Botschaft',
        HIGH_COMMISSION: 'Hochkommissariat',
        APOSTOLIC_NUNCIATURE: 'Apostolische Nuntiatur',
        APOSTOLIC_DELEGATION: 'Apostolische Delegation',
        INTERESTS_SECTION: 'Interessenvertretung',
        LIAISON_OFFICE: 'Verbindungsbüro',
        PERMANENT_MISSION: 'Ständige Vertretung',
        DE_FACTO_EMBASSY: 'De-facto-Botschaft',
        DE_FACTO_CONSULATE: 'De-facto-Konsulat',
        CONSULATE_GENERAL: 'Generalkonsulat',
        CONSULATE: 'Konsulat',
        CONSULAR_AGENCY: 'Konsularagentur',
        HONORARY_CONSULATE: 'Honorarkonsulat',
        ASSISTANT_HIGH_COMMISSION: 'Stellvertretendes Hochkommissariat',
      },
      holySee: 'Heiliger Stuhl',
    },
  ],
  [
    'es',
    {
      titles: {
        EMBASSY: 'Embajada',
        HIGH_COMMISSION: 'Alto Comisionado',
        APOSTOLIC_NUNCIATURE: 'Nunciatura apostólica',
        APOSTOLIC_DELEGATION: 'Delegación apostólica',
        INTERESTS_SECTION: 'Sección de intereses',
        LIAISON_OFFICE: 'Oficina de enlace',
        PERMANENT_MISSION: 'Misión permanente',
        DE_FACTO_EMBASSY: 'Embajada de facto',
        DE_FACTO_CONSULATE: 'Consulado de facto',
        CONSULATE_GENERAL: 'Consulado general',
        CONSULATE: 'Consulado',
        CONSULAR_AGENCY: 'Agencia consular',
        HONORARY_CONSULATE: 'Consulado honorario',
        ASSISTANT_HIGH_COMMISSION: 'Alto Comisionado adjunto',
      },
      holySee: 'Santa Sede',
    },
  ],
  [
    'fr',
    {
      titles: {
        EMBASSY: 'Ambassade',
        HIGH_COMMISSION: 'Haut-commissariat',
        APOSTOLIC_NUNCIATURE: 'Nonciature apostolique',
        APOSTOLIC_DELEGATION: 'Délégation apostolique',
        INTERESTS_SECTION: 'Section des intérêts',
        LIAISON_OFFICE: 'Bureau de liaison',
        PERMANENT_MISSION: 'Mission permanente',
        DE_FACTO_EMBASSY: 'Ambassade de facto',
        DE_FACTO_CONSULATE: 'Consulat de facto',
        CONSULATE_GENERAL: 'Consulat général',
        CONSULATE: 'Consulat',
        CONSULAR_AGENCY: 'Agence consulaire',
        HONORARY_CONSULATE: 'Consulat honoraire',
        ASSISTANT_HIGH_COMMISSION: 'Haut-commissariat adjoint',
      },
      holySee: 'Saint-Siège',
    },
  ],
  [
    'hr',
    {
      titles: {
        EMBASSY: 'Veleposlanstvo',
        HIGH_COMMISSION: 'Visoko povjerenstvo',
        APOSTOLIC_NUNCIATURE: 'Apostolska nuncijatura',
        APOSTOLIC_DELEGATION: 'Apostolska delegacija',
        INTERESTS_SECTION: 'Ured za interese',
        LIAISON_OFFICE: 'Ured za vezu',
        PERMANENT_MISSION: 'Stalna misija',
        DE_FACTO_EMBASSY: 'De facto veleposlanstvo',
        DE_FACTO_CONSULATE: 'De facto konzulat',
        CONSULATE_GENERAL: 'Generalni konzulat',
        CONSULATE: 'Konzulat',
        CONSULAR_AGENCY: 'Konzularna agencija',
        HONORARY_CONSULATE: 'Počasni konzulat',
        ASSISTANT_HIGH_COMMISSION: 'Pomoćno visoko povjerenstvo',
      },
      holySee: 'Sveta Stolica',
    },
  ],
]);
