import { describe, expect, it } from '@jest/globals';
import { csvLine, csvSafe } from './csv-safe.ts';

describe('csvSafe', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44 7700', "'+44 7700"],
    ['-2', '-2'],
    ['-1,234.5', '-1,234.5'],
    ['-cmd|x', "'-cmd\\|x"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['|calc', "'\\|calc"],
    ['%0A', "'%0A"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['Older adults ward', 'Older adults ward'],
    ['', ''],
  ])('%j becomes %j', (given, safe) => expect(csvSafe(given)).toBe(safe));
});

it('quotes cells that hold quotes, commas or line ends', () => {
  expect(csvLine(['a', 'b,c', 'd"e', 'f\ng'])).toBe('a,"b,c","d""e","f\ng"');
});
