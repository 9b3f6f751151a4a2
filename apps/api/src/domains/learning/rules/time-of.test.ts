import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { timeOf } from './time-of.ts';

const receivedAt = new Date('2026-09-01T09:00:00Z');
const notBefore = new Date('2026-08-30T09:00:00Z');
const MINUTE = 60_000;

it.each([
  ['between', '2026-08-31T10:00:00+02:00', 0, '2026-08-31T08:00:00.000Z', 'device'],
  ['at the first moment', '2026-08-30T09:00:00Z', 0, '2026-08-30T09:00:00.000Z', 'device'],
  ['at the arrival', '2026-09-01T09:00:00Z', 0, '2026-09-01T09:00:00.000Z', 'device'],
  ['a breath before the first moment', '2026-08-30T08:59:00Z', 0, '2026-08-30T09:00:00.000Z', 'device'],
  ['just before that', '2026-08-30T08:58:59.999Z', 0, '2026-09-01T09:00:00.000Z', 'arrival'],
  ['a breath after the arrival', '2026-09-01T09:01:00Z', 0, '2026-09-01T09:00:00.000Z', 'device'],
  ['just after that', '2026-09-01T09:01:00.001Z', 0, '2026-09-01T09:00:00.000Z', 'arrival'],
  ['a clock 2 hours ahead, known', '2026-09-01T10:30:00Z', 120 * MINUTE, '2026-09-01T08:30:00.000Z', 'device'],
  ['a clock 2 days behind, known', '2026-08-29T12:00:00Z', -2880 * MINUTE, '2026-08-31T12:00:00.000Z', 'device'],
  ['a clock 2 days behind, not known', '2026-08-29T12:00:00Z', undefined, '2026-09-01T09:00:00.000Z', 'arrival'],
  ['an offset that is none', '2026-08-31T10:00:00Z', Number.MAX_SAFE_INTEGER, '2026-09-01T09:00:00.000Z', 'arrival'],
  ['no time at all', 'soon', 0, '2026-09-01T09:00:00.000Z', 'arrival'],
  ['the year 0', '0000-01-01T00:00:00Z', 0, '2026-09-01T09:00:00.000Z', 'arrival'],
])('timeOf: %s', (_, at, offsetMs, time, timedBy) => {
  expect(timeOf({ at, offsetMs, receivedAt, notBefore })).toEqual({ occurredAt: new Date(time), timedBy });
});

describe('whatever a device tells', () => {
  const DECADE = 3650 * 24 * 60 * MINUTE;
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  const offset = fc.option(fc.integer({ min: -DECADE, max: DECADE }), { nil: undefined });

  it('the time lies between the first moment and the arrival, and the arrival is said where it counts', () => {
    fc.assert(
      fc.property(
        moment,
        moment,
        fc.oneof(
          moment.map((at) => at.toISOString()),
          fc.string(),
        ),
        offset,
        (a, b, at, offsetMs) => {
          const [first, last] = a < b ? [a, b] : [b, a];
          const { occurredAt, timedBy } = timeOf({ at, offsetMs, receivedAt: last, notBefore: first });
          expect(occurredAt >= first && occurredAt <= last).toBe(true);
          if (timedBy === 'arrival') expect(occurredAt).toEqual(last);
        },
      ),
    );
  });

  it('a true clock is believed, and a wrong one whose offset is known tells the same time', () => {
    fc.assert(
      fc.property(moment, moment, moment, fc.integer({ min: -DECADE, max: DECADE }), (a, b, c, offsetMs) => {
        const [first, happened, last] = [a, b, c].toSorted((one, other) => one.getTime() - other.getTime());
        if (first === undefined || happened === undefined || last === undefined) throw new Error('three moments');
        const at = new Date(happened.getTime() + offsetMs).toISOString();
        expect(timeOf({ at, offsetMs, receivedAt: last, notBefore: first })).toEqual({
          occurredAt: happened,
          timedBy: 'device',
        });
      }),
    );
  });

  it('a first moment after the arrival leaves the arrival', () => {
    fc.assert(
      fc.property(moment, moment, moment, (a, b, told) => {
        fc.pre(a.getTime() !== b.getTime());
        const [last, first] = a < b ? [a, b] : [b, a];
        const timing = timeOf({ at: told.toISOString(), receivedAt: last, notBefore: first });
        expect(timing).toEqual({ occurredAt: last, timedBy: 'arrival' });
      }),
    );
  });
});
