import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HandlingSyntaxError } from './handling-syntax-error.js';
import { HANDLING_BYTES_MAX, parseHandling, parseLabel } from './parse-handling.js';
import { printHandling } from './print-handling.js';
import { printLabel } from './print-label.js';

const PUBLIC = 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=Q875787';
const EXCLUSIVE = 'l=USA:0;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=Q470042;t=exclusiveUse';
const WARNING =
  'l=USA:3;c=SI;rel=GBR+USA;nat=*;pur=*;oc=USA.intelligence:ORCON;own=USA.intelligence;m=Q875787;t=synthetic' +
  '!EXISTENCE(l=USA:0;rel=DEU+GBR+USA;nat=*;pur=*)!Warning.missions(l=USA:0;rel=DEU+GBR+USA;nat=*;pur=*)' +
  '!Warning.tearline(l=USA:0;rel=DEU+GBR+USA;nat=*;pur=*)';
const FULL =
  'l=GBR:2,NATO:1,USA:3;c=HCS-P+SI;rel=AUS+GBR;nat=USA;pur=PROTECT_LIFE+THREAT_PREVENTION;do=DEU+FRA' +
  ';oc=GBR.a:H2+USA.b:ORCON;fgi=GBR+~;tlp=AMBER+STRICT;own=USA.intelligence;m=Q1+mis_2;im=AGENT:DEU+USA:2026-01-01..2027-01-01;who=p:7f3c' +
  ';t=public+synthetic;x=list:7!Warning.body(l=-;rel=-;nat=-;pur=-;tlp=RED)';

function positionOf(text: string): number {
  try {
    parseHandling(text);
  } catch (error) {
    if (error instanceof HandlingSyntaxError) return error.position;
    throw error;
  }
  throw new Error(`parsed: ${text}`);
}

describe('parseHandling', () => {
  it.each([PUBLIC, EXCLUSIVE, WARNING, FULL])('prints what it parsed, byte for byte: %s', (text) => {
    expect(printHandling(parseHandling(text))).toBe(text);
    expect(parseHandling(text).text).toBe(text);
  });

  it('gives the same object for the same text, and another number for another', () => {
    expect(parseHandling(WARNING)).toBe(parseHandling(`${WARNING}`));
    expect(parseHandling(WARNING).ordinal).not.toBe(parseHandling(PUBLIC).ordinal);
    expect(parseHandling(PUBLIC).label).toBe(parseLabel('l=-;rel=*;nat=*;pur=*;tlp=CLEAR'));
  });

  it('reads a person without marks, and marks without a person', () => {
    const start = 'l=-;rel=*;nat=*;pur=*;own=USA.a';
    expect(parseHandling(`${start};who=p1`).record).toMatchObject({ person: null, who: 'p1' });
    expect(parseHandling(`${start};im=AGENT:USA:2026-02-02..`).record.who).toBeNull();
    expect(parseHandling(`${start};who=p1`)).not.toBe(parseHandling(`${start};who=p2`));
    expect(parseHandling(`${start};who=p1`)).toBe(parseHandling(`${start};who=p1`));
  });

  it('tells anybody from nobody and from a list', () => {
    expect(parseLabel('l=-;rel=*;nat=*;pur=*').releasableTo).toBe('ANY');
    expect(parseLabel('l=-;rel=-;nat=*;pur=*').releasableTo).toEqual(new Set());
    expect(parseLabel('l=-;rel=USA;nat=*;pur=*').releasableTo).toEqual(new Set(['USA']));
  });

  it('reads every part of the record', () => {
    const { record, label } = parseHandling(FULL);

    expect(record.person).toEqual({
      category: 'AGENT',
      nationalities: new Set(['DEU', 'USA']),
      from: '2026-01-01',
      until: '2027-01-01',
    });
    expect(record.who).toBe('p:7f3c');
    expect(record.missions).toEqual(['Q1', 'mis_2']);
    expect(record.key).toBe('list:7');
    expect(label.tlp).toBe('AMBER+STRICT');
    expect(label.foreignSources).toEqual(new Set(['GBR', '~']));
    expect(label.originatorControls).toEqual([
      { organisation: 'GBR.a', mode: 'H2' },
      { organisation: 'USA.b', mode: 'ORCON' },
    ]);
  });

  it.each<[string, string, number]>([
    ['a missing release set, which is not everybody', 'l=-;nat=*;pur=*;own=USA.a', 3],
    ['an empty release set, which is not nobody', 'l=-;rel=;nat=*;pur=*;own=USA.a', 8],
    ['keys out of order', 'l=-;nat=*;rel=*;pur=*;own=USA.a', 3],
    ['a set out of order', 'l=-;rel=USA+GBR;nat=*;pur=*;own=USA.a', 12],
    ['a duplicate in a set', 'l=-;rel=USA+USA;nat=*;pur=*;own=USA.a', 12],
    ['policies out of order', 'l=USA:1,GBR:1;rel=*;nat=*;pur=*;own=USA.a', 8],
    ['one policy at two ranks', 'l=USA:1,USA:3;rel=*;nat=*;pur=*;own=USA.a', 8],
    ['a rank above 4', 'l=USA:5;rel=*;nat=*;pur=*;own=USA.a', 6],
    ['a rank of two digits', 'l=USA:03;rel=*;nat=*;pur=*;own=USA.a', 7],
    ['a space', 'l=-; rel=*;nat=*;pur=*;own=USA.a', 3],
    ['a trailing line end', 'l=-;rel=*;nat=*;pur=*;own=USA.a\n', 31],
    ['a star among values', 'l=-;rel=*+USA;nat=*;pur=*;own=USA.a', 9],
    ['a State in lower case', 'l=-;rel=usa;nat=*;pur=*;own=USA.a', 8],
    ['a national of a group', 'l=-;rel=*;nat=FVEY;pur=*;own=USA.a', 14],
    ['an unknown purpose', 'l=-;rel=*;nat=*;pur=CURIOSITY;own=USA.a', 20],
    ['a purpose that begins like one', 'l=-;rel=*;nat=*;pur=CUSTOMS_X;own=USA.a', 20],
    ['display only to those it is released to', 'l=-;rel=USA;nat=*;pur=*;do=USA;own=USA.a', 23],
    ['display only beside no limit', 'l=-;rel=*;nat=*;pur=*;do=USA;own=USA.a', 21],
    ['an unknown colour', 'l=-;rel=*;nat=*;pur=*;tlp=WHITE;own=USA.a', 26],
    ['no owner', 'l=-;rel=*;nat=*;pur=*', 21],
    ['an owner that is a State', 'l=-;rel=*;nat=*;pur=*;own=USA', 26],
    ['a day that is none', 'l=-;rel=*;nat=*;pur=*;own=USA.a;im=AGENT:USA:2026-02-30..', 45],
    ['a period that ends before it begins', 'l=-;rel=*;nat=*;pur=*;own=USA.a;im=AGENT:USA:2026-02-02..2026-02-01', 57],
    ['two persons', 'l=-;rel=*;nat=*;pur=*;own=USA.a;who=p1+p2', 38],
    ['a person without a key', 'l=-;rel=*;nat=*;pur=*;own=USA.a;who=;t=public', 36],
    ['a person before its marks', 'l=-;rel=*;nat=*;pur=*;own=USA.a;who=p1;im=AGENT:USA:2026-02-02..', 38],
    ['a person after the tags', 'l=-;rel=*;nat=*;pur=*;own=USA.a;t=public;who=p1', 40],
    ['everybody as a person', 'l=-;rel=*;nat=*;pur=*;own=USA.a;who=*', 36],
    ['two scope keys', 'l=-;rel=*;nat=*;pur=*;own=USA.a;x=a+b', 35],
    ['an unknown key', 'l=-;rel=*;nat=*;pur=*;own=USA.a;z=1', 31],
    ['a portion without a label', 'l=-;rel=*;nat=*;pur=*;own=USA.a!EXISTENCE()', 42],
    ['a portion of a type', 'l=-;rel=*;nat=*;pur=*;own=USA.a!Warning(l=-;rel=*;nat=*;pur=*)', 32],
    ['a portion with a record', 'l=-;rel=*;nat=*;pur=*;own=USA.a!A.b(l=-;rel=*;nat=*;pur=*;own=USA.a)', 57],
    [
      'portions out of order',
      'l=-;rel=*;nat=*;pur=*;own=USA.a!B.b(l=-;rel=*;nat=*;pur=*)!A.b(l=-;rel=*;nat=*;pur=*)',
      59,
    ],
    ['nothing', '', 0],
    ['a letter that looks like another', 'l=-;rel=UЅA;nat=*;pur=*;own=USA.a', 9],
  ])('refuses %s, and says where', (_why, text, position) => {
    expect(positionOf(text)).toBe(position);
  });

  it('refuses what is longer than 4096 bytes, however well formed', () => {
    const missions = Array.from({ length: 600 }, (_, i) => `Q${100_000 + i}`).join('+');
    const text = `${EXCLUSIVE.slice(0, EXCLUSIVE.indexOf('m='))}m=${missions}`;

    expect(text.length).toBeGreaterThan(HANDLING_BYTES_MAX);
    expect(positionOf(text)).toBe(HANDLING_BYTES_MAX);
  });

  it('refuses, or prints back unchanged, whatever is made of its own characters', () => {
    const pieces = fc.constantFrom(...FULL.split(/(?<=[;!,+=()])/), '*', '-', 'USA', '+', ';', 'l=-', '!');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        try {
          expect(printHandling(parseHandling(text))).toBe(text);
        } catch (error) {
          if (!(error instanceof HandlingSyntaxError)) throw error;
          expect(error.position).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('refuses every handling with one character more or less, or prints it back unchanged', () => {
    for (const text of [PUBLIC, EXCLUSIVE, WARNING, FULL]) {
      for (let at = 0; at < text.length; at += 1) {
        for (const mutant of [text.slice(0, at) + text.slice(at + 1), `${text.slice(0, at)}+${text.slice(at)}`]) {
          try {
            expect(printHandling(parseHandling(mutant))).toBe(mutant);
          } catch (error) {
            expect(error).toBeInstanceOf(HandlingSyntaxError);
          }
        }
      }
    }
  });

  it('does not leak the handling into its error', () => {
    const secret = 'l=USA:4;c=SI;rel=USA;nat=USA;pur=*;own=USA.intelligence;m=Q42;q';
    expect(() => parseHandling(secret)).toThrow(/^handling does not parse at 61: expected/);
    expect(() => parseHandling(secret)).not.toThrow(/Q42|SI;/);
  });
});

describe('parseLabel', () => {
  it('reads a label and nothing behind it', () => {
    const text = 'l=USA:3;rel=GBR+USA;nat=*;pur=*;tlp=AMBER+STRICT';
    expect(printLabel(parseLabel(text))).toBe(text);
    expect(() => parseLabel(`${text};own=USA.a`)).toThrow(HandlingSyntaxError);
  });
});
