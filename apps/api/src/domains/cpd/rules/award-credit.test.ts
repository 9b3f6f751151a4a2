import { expect, it } from '@jest/globals';
import { awardCredit } from './award-credit.ts';

const open = { round: 2, awarded: false, nextRoundFrom: null };
const awarded = { round: 2, awarded: true, nextRoundFrom: '2027-09-01' };
const claim = { passed: true, round: open, counts: true, minutes: 8 };

it('awards the stated minutes for a pass', () => {
  expect(awardCredit(claim)).toEqual({ outcome: 'awarded', creditMinutes: 8, round: 2 });
});

it.each([
  ['not-passed', { passed: false }, null],
  ['not-passed', { passed: false, round: awarded }, null],
  ['already-awarded', { round: awarded }, '2027-09-01'],
  ['already-awarded', { round: awarded, counts: false }, '2027-09-01'],
  ['not-reviewed', { counts: false }, null],
])('awards nothing: %s', (reason, change, nextRoundFrom) => {
  expect(awardCredit({ ...claim, ...change })).toEqual({ outcome: 'not-awarded', reason, nextRoundFrom });
});
