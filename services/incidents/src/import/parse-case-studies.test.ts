import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseCaseStudies } from './parse-case-studies.js';

const committed = readFileSync(new URL('../../../../data/incidents.csv', import.meta.url), 'utf8');
const head = `${committed.slice(0, committed.search(/\r?\n/))}\n`;
const good =
  '1964-08-05-kisangani-usa,1964-08-05,Kisangani,COD,USA,CONSULATE,HOSTAGE_TAKING,,Held.,VCCR-31-3|IPP-2,Source,HIGH\n';

describe('the file of case studies', () => {
  it('is read whole, with nothing guessed for an empty cell', () => {
    const studies = parseCaseStudies('incidents.csv', committed);

    expect(studies).toHaveLength(115);
    expect(studies[0]).toMatchObject({
      id: '1964-08-05-kisangani-usa',
      sending_state: 'USA',
      fatalities: null,
      legal_instruments: [],
    });
    expect(studies.filter((study) => study.sending_state === null)).toHaveLength(5);
  });

  it('names every bad row by line and reason, and gives no row of a file that has one', () => {
    const bad = [
      good,
      good.replace('COD', 'Congo').replace('-usa', '-two'),
      good,
      good.replace('1964-08-05,', '1964-02-30,'),
      good.replace('HOSTAGE_TAKING,,', 'WEATHER,-3,'),
    ];
    expect(() => parseCaseStudies('f', head + bad.join(''))).toThrow(
      [
        '`f` was refused, nothing was loaded',
        'line 3: `receiving_state` is not a State',
        'line 4: `1964-08-05-kisangani-usa` is on line 2 already',
        'line 5: `date` is not a date',
        'line 5: `id` does not begin with its date',
        'line 6: `category` is not a type of incident',
        'line 6: `fatalities` is not a count',
      ].join('\n'),
    );
  });

  it('refuses a reference that does not begin with its date, other columns and a short row', () => {
    expect(() => parseCaseStudies('f', head + good.replace(',1964-08-05,', ',1965-08-05,'))).toThrow(
      'line 2: `id` does not begin with its date',
    );
    expect(() => parseCaseStudies('f', head.replace('fatalities', 'deaths') + good)).toThrow('line 1: columns are');
    expect(() => parseCaseStudies('f', `${head}1964,short\n`)).toThrow(/line 2/);
    expect(() => parseCaseStudies('f', '')).toThrow('line 1: columns are ``');
  });
});
