import { expect, it } from '@jest/globals';
import { creditable } from './creditable.ts';

const reviewedBy = {
  name: 'Rowan Ashdown',
  role: 'Consultant physician',
  on: '2026-02-01',
  where: 'organisation',
} as const;

it.each([
  ['reviewed', { reviewedBy, demo: false }, true],
  ['not reviewed', { reviewedBy: null, demo: false }, false],
  ['not reviewed, in a demonstration', { reviewedBy: null, demo: true }, true],
])('%s', (_, version, expected) => {
  expect(creditable(version)).toBe(expected);
});
