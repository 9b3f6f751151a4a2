import { expect, it } from '@jest/globals';
import { timeOf } from './time-of.ts';

const receivedAt = new Date('2026-09-01T09:00:00Z');
const publishedAt = new Date('2026-03-02T09:00:00Z');

it.each([
  ['between', '2026-08-31T10:00:00+02:00', '2026-08-31T08:00:00.000Z'],
  ['at the publication', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
  ['just before the publication', '2026-03-02T08:59:59.999Z', '2026-09-01T09:00:00.000Z'],
  ['at the arrival', '2026-09-01T09:00:00Z', '2026-09-01T09:00:00.000Z'],
  ['after the arrival', '2026-09-01T09:00:00.001Z', '2026-09-01T09:00:00.000Z'],
  ['no time at all', 'soon', '2026-09-01T09:00:00.000Z'],
])('timeOf: %s', (_, at, time) => {
  expect(timeOf({ at, receivedAt, publishedAt }).toISOString()).toBe(time);
});

it('needs no publication', () => {
  expect(timeOf({ at: '2020-01-01T00:00:00Z', receivedAt })).toEqual(new Date('2020-01-01T00:00:00Z'));
  expect(timeOf({ at: '0000-01-01T00:00:00Z', receivedAt })).toEqual(receivedAt);
});
