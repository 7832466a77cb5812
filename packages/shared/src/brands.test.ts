import { describe, expect, it } from '@jest/globals';
import {
  type EntityId,
  isEntityId,
  isHandlingNumber,
  isReceipt,
  isRegisterKey,
  isSha256,
  parseEntityId,
  parseHandlingNumber,
  parseReceipt,
  parseRegisterKey,
  parseSha256,
  type Receipt,
  type RegisterKey,
  type Sha256,
  sha256Of,
} from './brands.js';
import type { RecordMarks } from './labels/label.js';
import type { sealSnapshot } from './snapshot/seal-snapshot.js';
import type { SnapshotView } from './snapshot/snapshot.js';
import type { PublishedRow } from './subgraph/outbox/outbox.js';
import { randomId } from './subgraph/tables/random-id.js';
import type { HandlingTable } from './subgraph/visibility/handling-table.js';
import type { Masks } from './subgraph/visibility/viewer-masks.js';
import type { CallToSign } from './subjects/signed-context.js';

/** Whether the compiler would take the one for the other: a line below that is wrong does not build. */
type Takes<Given, Wanted> = Given extends Wanted ? true : false;

describe('brands', () => {
  it('a receipt is made of no other text', () => {
    const text: Takes<string, Receipt> = false;
    const shown: Takes<Receipt, string> = true;

    expect([text, shown]).toEqual([false, true]);
    expect(isReceipt('q83vEjRWeJq83vEjRWeJqg')).toBe(true);
    expect(parseReceipt('q83vEjRWeJq83vEjRWeJqg')).toBe('q83vEjRWeJq83vEjRWeJqg');
    expect(() => parseReceipt('q83v')).toThrow('a receipt that is none');
    expect(['', 'q83vEjRWeJq83vEjRWeJq', 'q83vEjRWeJq83vEjRWeJqg\n', null].some(isReceipt)).toBe(false);
  });

  it('a digest and a receipt are not taken for one another, in the calls of a ledger and a subgraph', () => {
    const digest: Takes<Receipt, Sha256> = false;
    const receipt: Takes<Sha256, Receipt> = false;
    const schema: Takes<Receipt, CallToSign['schema']> = false;
    const text: Takes<string, ReturnType<typeof sealSnapshot>['digest']> = false;

    expect([digest, receipt, schema, text]).toEqual([false, false, false, false]);
    const empty = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect([sha256Of(''), parseSha256(empty)]).toEqual([empty, empty]);
    expect(() => parseSha256('h:e3b0c44298fc1c14')).toThrow('a digest that is none');
    expect([isSha256(empty), isReceipt(empty), isSha256(`${empty}\n`)]).toEqual([true, false, false]);
  });

  it('the integer of a handling is no count and no place, where it is asked whether a row may be read', () => {
    const asked: Takes<number, Parameters<Masks['mayRead']>[1]> = false;
    const looked: Takes<number, Parameters<HandlingTable['byId']>[0]> = false;

    expect([asked, looked]).toEqual([false, false]);
    expect([parseHandlingNumber(0), isHandlingNumber(7), isHandlingNumber(1.5), isHandlingNumber('7')]).toEqual([
      0,
      true,
      false,
      false,
    ]);
    expect(() => parseHandlingNumber(undefined)).toThrow('an integer of a handling that is none');
  });

  it('a register key is no id of a row and no other text, where the facts of a mission are looked up', () => {
    const text: Takes<string, Parameters<SnapshotView['factsOf']>[0]> = false;
    const concerned: Takes<Receipt, RecordMarks['missions'][number]> = false;

    expect([text, concerned]).toEqual([false, false]);
    expect([parseRegisterKey('Q875787'), isRegisterKey('EX-1'), isRegisterKey('*')]).toEqual(['Q875787', true, false]);
    expect(() => parseRegisterKey('')).toThrow('a register key that is none');
  });

  it('an id of a row is no register key, no id of another type, and the other way about', () => {
    const looked: Takes<EntityId<'Mission'>, Parameters<SnapshotView['factsOf']>[0]> = false;
    const linked: Takes<RegisterKey, EntityId<'Mission'>> = false;
    const other: Takes<EntityId<'Premises'>, EntityId<'Mission'>> = false;
    const published: Takes<PublishedRow['id'], PublishedRow['key']> = false;

    expect([looked, linked, other, published]).toEqual([false, false, false, false]);
    const id = randomId('Mission');
    expect([parseEntityId('Mission', id), isEntityId('Premises', id), isEntityId('Mission', 'Q1')]).toEqual([
      id,
      false,
      false,
    ]);
    expect(() => parseEntityId('Mission', 'Q875787')).toThrow('an id of Mission that is none');
  });
});
