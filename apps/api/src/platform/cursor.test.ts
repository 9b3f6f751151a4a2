import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CURSOR, readCursor, writeCursor } from './cursor.ts';

const SHAPE = [CURSOR.text, CURSOR.uuid];
const ID = '0199a000-0000-7000-8000-000000000001';

describe('a cursor', () => {
  it('is read as it was written', () => {
    const kept = fc.string({ unit: 'grapheme' }).filter((text) => CURSOR.text(text));
    fc.assert(fc.property(kept, (name) => expect(readCursor(writeCursor([name, ID]), SHAPE)).toEqual([name, ID])));
  });

  it.each<[string, string | undefined, typeof SHAPE?]>([
    ['is not there', undefined],
    ['is no JSON', 'Larkspur'],
    ['is no list', Buffer.from('{"0":"a","1":"b","length":2}').toString('base64url')],
    ['is too short', writeCursor(['Larkspur'])],
    ['is too long', writeCursor(['Larkspur', ID, ID])],
    ['has no id', writeCursor(['Larkspur', 'last'])],
    ['holds what the database cannot', writeCursor(['Lark\0spur', ID])],
    ['has a day that is none', writeCursor(['2026-02-31T00:00:00.000Z', ID]), [CURSOR.instant, CURSOR.uuid]],
    ['holds something else than text', Buffer.from(`[1,"${ID}"]`).toString('base64url')],
  ])('that %s begins at the first page', (_, cursor, shape = SHAPE) => {
    expect(readCursor(cursor, shape)).toBeNull();
  });

  it('may be any instant', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2999-01-01') }), (at) => {
        expect(readCursor(writeCursor([at.toISOString()]), [CURSOR.instant])).toEqual([at.toISOString()]);
      }),
    );
  });
});
