import { describe, expect, it } from '@jest/globals';
import { addMonths, civilDate } from '@rounds/rules/civil-date';
import fc from 'fast-check';
import { ORGANISATIONS } from '../cast/cast.ts';
import { ZONE } from './calendar.ts';
import { learnersStory } from './learners-story.ts';
import { signInsStory } from './sign-ins-story.ts';
import type { Sitting, Step } from './step.ts';

const DAY = 86_400_000;
const LOCAL = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
const anyAnchor = fc
  .integer({ min: Date.UTC(2026, 0, 1) / DAY, max: Date.UTC(2033, 0, 1) / DAY })
  .map((days) => new Date(days * DAY).toISOString().slice(0, 10));
const wholeStory = (anchor: string): Step[] => [...signInsStory(anchor), ...learnersStory(anchor)];
const sittings = (steps: readonly Step[]): Sitting[] => steps.filter((step) => step.kind === 'sitting');
const everyAnchor = (check: (anchor: string) => void) => fc.assert(fc.property(anyAnchor, check), { numRuns: 25 });

describe('for any anchor', () => {
  it('nothing happens in a weekend, at night, or after the year', () => {
    everyAnchor((anchor) => {
      // No part of the world has begun the anchor's day at ten in the morning before it, in UTC; a sitting takes less than 2 hours.
      const end = Date.parse(anchor) - 14 * 3_600_000;
      for (const step of wholeStory(anchor)) {
        const [weekday = '', hour = ''] = LOCAL.format(step.at).split(', ');
        expect(['Sat', 'Sun']).not.toContain(weekday);
        expect(Number(hour)).toBeGreaterThanOrEqual(8);
        expect(Number(hour)).toBeLessThan(22);
        // A pause, with a weekend in it.
        const pause = step.kind === 'sitting' && step.goesOn !== null ? step.goesOn + 2 : 0;
        expect(step.at.getTime() + pause * DAY + 7_200_000).toBeLessThan(end);
        expect(step.at.getTime()).toBeGreaterThan(end - 400 * DAY);
      }
    });
  });

  it("the clinician's second time is a new round of the first", () => {
    everyAnchor((anchor) => {
      const [first, second] = sittings(signInsStory(anchor)).filter(
        ({ who, module }) => who === 'Juniper Larkspur' && module === 0,
      );
      const on = (sitting: Sitting | undefined) => civilDate(sitting?.at ?? new Date(0), ZONE) ?? '';
      expect(on(second) >= addMonths(on(first), 12)).toBe(true);
    });
  });

  it('a reviewer reads before signing, an answer follows its report, and a report an opening', () => {
    everyAnchor((anchor) => {
      const steps = wholeStory(anchor);
      for (const step of steps) {
        if (step.kind === 'answer') expect(step.at.getTime()).toBeGreaterThan(step.to.at.getTime());
        if (step.kind !== 'sign-off' && step.kind !== 'report') continue;
        const read = sittings(steps).find(({ who, module }) => who === step.who && module === step.module);
        expect([step.who, step.module, read !== undefined && read.at < step.at]).toEqual([step.who, step.module, true]);
      }
    });
  });

  it('tells the same again', () => {
    everyAnchor((anchor) => expect(wholeStory(anchor)).toEqual(wholeStory(anchor)));
  });
});

describe('the cast', () => {
  const members = ORGANISATIONS.flatMap(({ code, members: all }) => all.map((member) => ({ code, ...member })));

  it('is 48 people, one of them in both organisations', () => {
    expect(new Set(members.map(({ name }) => name)).size).toBe(48);
    expect(members.length).toBe(49);
  });

  it('has names of two words, and a staff number of each in an organisation', () => {
    for (const { name } of members) expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(new Set(members.map(({ code, staffNumber }) => `${code} ${staffNumber}`)).size).toBe(members.length);
  });

  it('is posted, and given roles, in units that there are', () => {
    for (const { units, members: all } of ORGANISATIONS) {
      const names = units.map(({ name }) => name);
      for (const { unit, moves, roles = [] } of all) {
        expect(names).toContain(unit);
        for (const named of [moves?.unit, ...roles.map((role) => role.unit)]) if (named) expect(names).toContain(named);
      }
    }
  });
});
