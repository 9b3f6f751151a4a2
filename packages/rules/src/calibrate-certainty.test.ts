import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calibrateCertainty, FEWEST_ANSWERS, type GivenAnswer } from './calibrate-certainty.ts';

const many = (count: number, change: (i: number) => Partial<GivenAnswer> = () => ({})): GivenAnswer[] =>
  Array.from({ length: count }, (_, i) => ({ itemId: `item-${i}`, certainty: 3, fraction: 1, at: i, ...change(i) }));
const verySure = (answers: readonly GivenAnswer[]) => calibrateCertainty(answers)[0];

describe('calibration', () => {
  it('says 7 of 10 when 7 of 10 were right', () => {
    expect(verySure(many(10, (i) => ({ fraction: i < 7 ? 1 : 0 })))).toEqual({ certainty: 3, answers: 10, right: 7 });
  });

  it('says nothing of 9 answers but how many they are', () => {
    expect(verySure(many(9))).toEqual({ certainty: 3, answers: 9, right: null });
  });

  it('lists the surest first, and each level by itself', () => {
    const levels = calibrateCertainty([...many(12), ...many(10, (i) => ({ itemId: `other-${i}`, certainty: 1 }))]);
    expect(levels).toEqual([
      { certainty: 3, answers: 12, right: 12 },
      { certainty: 2, answers: 0, right: null },
      { certainty: 1, answers: 10, right: 10 },
    ]);
  });

  it('counts partly right as not right, and a sum of thirds as right', () => {
    const thirds = 1 / 3 + 1 / 3 + 1 / 3 - 1e-12;
    expect(verySure(many(10, (i) => ({ fraction: i < 5 ? thirds : 0.9 })))?.right).toBe(5);
  });

  it('counts the first answer to a question, also where it was given without a certainty', () => {
    const first = many(10, () => ({ fraction: 0 }));
    const silent = many(10, () => ({ certainty: null }));
    const again = many(10, () => ({ at: 1_000 }));
    expect(verySure([...again, ...first])).toEqual({ certainty: 3, answers: 10, right: 0 });
    expect(verySure([...again, ...silent])?.answers).toBe(0);
  });
});

const anAnswer = fc.record({
  itemId: fc.integer({ min: 0, max: 30 }).map(String),
  certainty: fc.constantFrom(null, 1 as const, 2 as const, 3 as const),
  fraction: fc.constantFrom(0, 0.5, 1),
  at: fc.integer({ min: 0, max: 5 }),
});

describe('whatever was answered', () => {
  it('is the same in any order, and for answers that came twice', () => {
    const shuffled = fc
      .array(anAnswer, { maxLength: 80 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([answers, other]) => {
        expect(calibrateCertainty([...other, ...answers])).toEqual(calibrateCertainty(answers));
      }),
    );
  });

  it('never says more right than answered, and never anything of fewer than ten', () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 80 }), (answers) => {
        const levels = calibrateCertainty(answers);
        const questions = new Set(answers.map(({ itemId }) => itemId)).size;
        expect(levels.reduce((sum, level) => sum + level.answers, 0)).toBeLessThanOrEqual(questions);
        for (const level of levels) {
          if (level.answers < FEWEST_ANSWERS) expect(level.right).toBeNull();
          else expect(level.right).toBeLessThanOrEqual(level.answers);
        }
      }),
    );
  });
});
