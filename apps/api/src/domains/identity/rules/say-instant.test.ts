import { expect, it } from '@jest/globals';
import { sayInstant } from './say-instant.ts';

it.each([
  ['2018-08-06T16:30:00Z', 'Europe/London', '5:30pm on 6 August 2018'],
  ['2018-01-06T09:05:00Z', 'Europe/London', '9:05am on 6 January 2018'],
  ['2018-01-06T12:00:00Z', 'Europe/London', '12:00pm on 6 January 2018'],
  ['2018-01-06T00:00:00Z', 'Europe/London', '12:00am on 6 January 2018'],
  ['2018-01-06T23:30:00Z', 'Asia/Kolkata', '5:00am on 7 January 2018'],
])('says %s in %s', (at, zone, words) => {
  expect(sayInstant(new Date(at), zone)).toBe(words);
});
