import { expect, test } from '@jest/globals';
import { findIdentifiers } from './find-identifiers.ts';

test.each([
  ['an NHS number', 'Her number is 943 476 5919.', ['943 476 5919']],
  ['an NHS number without spaces', '9434765919', ['9434765919']],
  ['ten digits that are none', '943 476 5918', []],
  ['a longer number', '19434765919', []],
  ['a date of birth', 'A man born 4 May 1951 went home.', ['born 4 May 1951']],
  ['a date of birth in figures', 'DOB: 04/05/1951', ['DOB: 04/05/1951']],
  ['another date', 'I did this on 4 May 2027.', []],
  ['nothing', '', []],
])('%s', (_, text, found) => expect(findIdentifiers(text)).toEqual(found));
