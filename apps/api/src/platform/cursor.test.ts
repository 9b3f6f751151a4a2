import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { CURSOR, readCursor, writeCursor } from './cursor.ts';

const BY_NAME = z.tuple([CURSOR.text, CURSOR.uuid]);
const BY_TIME = z.tuple([CURSOR.instant, CURSOR.uuid]);
const ID = '0199a000-0000-7000-8000-000000000001';

describe('a cursor', () => {
  it('is read as it was written', () => {
    const kept = fc.string({ unit: 'grapheme' }).filter((text) => CURSOR.text.safeParse(text).success);
    fc.assert(fc.property(kept, (name) => expect(readCursor(writeCursor([name, ID]), BY_NAME)).toEqual([name, ID])));
  });

  it('may be any instant', () => {
    const instants = fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2999-01-01') });
    fc.assert(
      fc.property(instants, (at) => {
        const key = [at.toISOString(), ID];
        expect(readCursor(writeCursor(key), BY_TIME)).toEqual(key);
      }),
    );
  });

  it.each([
    ['is not there', undefined, BY_NAME],
    ['is no JSON', 'Larkspur', BY_NAME],
    ['is no list', '{"0":"a","1":"b","length":2}', BY_NAME],
    ['is too short', writeCursor(['Larkspur']), BY_NAME],
    ['is too long', writeCursor(['Larkspur', ID, ID]), BY_NAME],
    ['has no id', writeCursor(['Larkspur', 'last']), BY_NAME],
    ['holds what the database cannot', writeCursor(['Lark\0spur', ID]), BY_NAME],
    ['holds something else than text', writeCursor([1, ID]), BY_NAME],
    ['has a day that is none', writeCursor(['2026-02-31T00:00:00.000Z', ID]), BY_TIME],
    ['has a year of six digits', writeCursor(['+275760-09-13T00:00:00.000Z', ID]), BY_TIME],
    ['is before all years', writeCursor(['-271821-04-20T00:00:00.000Z', ID]), BY_TIME],
    ['is of the year 0', writeCursor(['0000-01-01T00:00:00.000Z', ID]), BY_TIME],
    ['has no time', writeCursor(['yesterday', ID]), BY_TIME],
  ])('that %s begins at the first page', (_, cursor, shape) => {
    expect(readCursor(cursor, shape)).toBeNull();
  });
});
