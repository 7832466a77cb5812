import { defineEnum } from './define-enum.js';

/** Languages whose alphabets differ from the order that all others are well served by (CLDR), and whose order PostgreSQL knows. */
export const READER_LANGUAGES = ['CS', 'DA', 'ES', 'ET', 'HR', 'HU', 'PL', 'SK', 'SV', 'TR'] as const;
export type ReaderLanguage = (typeof READER_LANGUAGES)[number];

/** Language of a reader, as an enum of the schema. */
export const ReaderLanguage = defineEnum(
  'ReaderLanguage',
  'Language in whose alphabet texts are put in order, by its code (ISO 639-1); in others they are ordered as where none is named (CLDR root).',
  READER_LANGUAGES,
);
