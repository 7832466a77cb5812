import { levelsOf, type MarkingLevel } from './level-words.js';

const FRENCH_REFORM = '2021-07-01';
const SWEDISH_REFORM = '2019-04-01';

/**
 * Words of the Member States of the Union and of NATO. `checked` is against appendix B of Council Decision 2013/488/EU
 * as amended by Decision (EU) 2021/1075, which repeats the annex of 2011/C 202/05; the rest is from memory.
 */
export const MEMBER_LEVELS: readonly MarkingLevel[] = [
  ...levelsOf('AUT', ['STRENG GEHEIM', 'GEHEIM', 'VERTRAULICH', 'EINGESCHRÄNKT'], 'memory'),
  ...levelsOf('BEL', ['TRÈS SECRET', 'SECRET', 'CONFIDENTIEL', null], 'checked'),
  ...levelsOf('BEL', ['ZEER GEHEIM', 'GEHEIM', 'VERTROUWELIJK', null], 'checked'),
  ...levelsOf('BGR', ['СТРОГО СЕКРЕТНО', 'СЕКРЕТНО', 'ПОВЕРИТЕЛНО', 'ЗА СЛУЖЕБНО ПОЛЗВАНЕ'], 'checked'),
  ...levelsOf('CYP', ['ΆΚΡΩΣ ΑΠΌΡΡΗΤΟ', 'ΑΠΌΡΡΗΤΟ', 'ΕΜΠΙΣΤΕΥΤΙΚΌ', 'ΠΕΡΙΟΡΙΣΜΈΝΗΣ ΧΡΉΣΗΣ'], 'memory'),
  ...levelsOf('CZE', ['PŘÍSNĚ TAJNÉ', 'TAJNÉ', 'DŮVĚRNÉ', 'VYHRAZENÉ'], 'checked'),
  ...levelsOf('DEU', ['STRENG GEHEIM', 'GEHEIM', 'VS-VERTRAULICH', 'VS-NUR FÜR DEN DIENSTGEBRAUCH'], 'checked'),
  ...levelsOf('DNK', ['YDERST HEMMELIGT', 'HEMMELIGT', 'FORTROLIGT', 'TIL TJENESTEBRUG'], 'checked'),
  ...levelsOf('ESP', ['SECRETO', 'RESERVADO', 'CONFIDENCIAL', 'DIFUSIÓN LIMITADA'], 'checked'),
  ...levelsOf('EST', ['TÄIESTI SALAJANE', 'SALAJANE', 'KONFIDENTSIAALNE', 'PIIRATUD'], 'checked'),
  ...levelsOf('FIN', ['ERITTÄIN SALAINEN', 'SALAINEN', 'LUOTTAMUKSELLINEN', 'KÄYTTÖ RAJOITETTU'], 'memory'),
  ...levelsOf('FIN', ['YTTERST HEMLIG', 'HEMLIG', 'KONFIDENTIELL', 'BEGRÄNSAD TILLGÅNG'], 'memory'),
  ...levelsOf('FRA', ['TRÈS SECRET DÉFENSE', 'SECRET DÉFENSE', 'CONFIDENTIEL DÉFENSE', null], 'checked', [
    null,
    FRENCH_REFORM,
  ]),
  // Its DIFFUSION RESTREINTE is a mark of protection and no level of the table; it is handled as one.
  ...levelsOf('FRA', ['TRÈS SECRET', 'SECRET', null, 'DIFFUSION RESTREINTE'], 'checked', [FRENCH_REFORM, null]),
  ...levelsOf('GRC', ['ΆΚΡΩΣ ΑΠΌΡΡΗΤΟ', 'ΑΠΌΡΡΗΤΟ', 'ΕΜΠΙΣΤΕΥΤΙΚΌ', 'ΠΕΡΙΟΡΙΣΜΈΝΗΣ ΧΡΉΣΗΣ'], 'checked'),
  ...levelsOf('HRV', ['VRLO TAJNO', 'TAJNO', 'POVJERLJIVO', 'OGRANIČENO'], 'checked'),
  ...levelsOf('HUN', ['SZIGORÚAN TITKOS!', 'TITKOS!', 'BIZALMAS!', 'KORLÁTOZOTT TERJESZTÉSŰ!'], 'memory'),
  ...levelsOf('IRL', ['TOP SECRET', 'SECRET', 'CONFIDENTIAL', 'RESTRICTED'], 'checked'),
  ...levelsOf('ITA', ['SEGRETISSIMO', 'SEGRETO', 'RISERVATISSIMO', 'RISERVATO'], 'checked'),
  ...levelsOf('LTU', ['VISIŠKAI SLAPTAI', 'SLAPTAI', 'KONFIDENCIALIAI', 'RIBOTO NAUDOJIMO'], 'memory'),
  ...levelsOf('LUX', ['TRÈS SECRET LUX', 'SECRET LUX', 'CONFIDENTIEL LUX', 'RESTREINT LUX'], 'memory'),
  ...levelsOf('LVA', ['SEVIŠĶI SLEPENI', 'SLEPENI', 'KONFIDENCIĀLI', 'DIENESTA VAJADZĪBĀM'], 'memory'),
  ...levelsOf('MLT', ['L-OGĦLA SEGRETEZZA', 'SIGRIET', 'KUNFIDENZJALI', 'RISTRETT'], 'memory'),
  ...levelsOf('MLT', ['TOP SECRET', 'SECRET', 'CONFIDENTIAL', 'RESTRICTED'], 'memory'),
  ...levelsOf('NLD', ['STG. ZEER GEHEIM', 'STG. GEHEIM', 'STG. CONFIDENTIEEL', 'DEP. VERTROUWELIJK'], 'checked'),
  ...levelsOf('POL', ['ŚCIŚLE TAJNE', 'TAJNE', 'POUFNE', 'ZASTRZEŻONE'], 'memory'),
  ...levelsOf('PRT', ['MUITO SECRETO', 'SECRETO', 'CONFIDENCIAL', null], 'memory'),
  ...levelsOf('PRT', [null, null, null, 'RESERVADO'], 'checked'),
  ...levelsOf('ROU', ['STRICT SECRET DE IMPORTANȚĂ DEOSEBITĂ', 'STRICT SECRET', null, 'SECRET DE SERVICIU'], 'memory'),
  ...levelsOf('ROU', [null, null, 'SECRET', null], 'checked'),
  ...levelsOf('SVK', ['PRÍSNE TAJNÉ', 'TAJNÉ', 'DÔVERNÉ', 'VYHRADENÉ'], 'memory'),
  ...levelsOf('SVN', ['STROGO TAJNO', 'TAJNO', 'ZAUPNO', 'INTERNO'], 'memory'),
  ...levelsOf('SWE', ['HEMLIG/TOP SECRET', 'HEMLIG/SECRET', 'HEMLIG/CONFIDENTIAL', 'HEMLIG/RESTRICTED'], 'memory', [
    null,
    SWEDISH_REFORM,
  ]),
  ...levelsOf('SWE', ['KVALIFICERAT HEMLIG', 'HEMLIG', 'KONFIDENTIELL', 'BEGRÄNSAT HEMLIG'], 'memory', [
    SWEDISH_REFORM,
    null,
  ]),
  // Members of NATO alone.
  ...levelsOf('ALB', ['TEPËR SEKRET', 'SEKRET', 'KONFIDENCIAL', 'I KUFIZUAR'], 'memory'),
  ...levelsOf('CAN', ['TOP SECRET', 'SECRET', 'CONFIDENTIAL', null], 'memory'),
  ...levelsOf('ISL', ['ALGERT LEYNDARMÁL', 'LEYNDARMÁL', 'TRÚNAÐARMÁL', 'TAKMARKAÐUR AÐGANGUR'], 'memory'),
  ...levelsOf('MKD', ['ДРЖАВНА ТАЈНА', 'СТРОГО ДОВЕРЛИВО', 'ДОВЕРЛИВО', 'ИНТЕРНО'], 'memory'),
  ...levelsOf('MNE', ['STROGO TAJNO', 'TAJNO', 'POVJERLJIVO', 'INTERNO'], 'memory'),
  ...levelsOf('NOR', ['STRENGT HEMMELIG', 'HEMMELIG', 'KONFIDENSIELT', 'BEGRENSET'], 'memory'),
  ...levelsOf('TUR', ['ÇOK GİZLİ', 'GİZLİ', 'ÖZEL', 'HİZMETE ÖZEL'], 'memory'),
];
