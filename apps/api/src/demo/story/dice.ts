import { makeRandomFor, type Random } from '@rounds/rules/make-random';

const RANGE = 2 ** 32;

/** Chance that falls the same way at every telling of the story. */
export class Dice {
  private readonly random: Random;

  constructor(...parts: readonly string[]) {
    this.random = makeRandomFor('demo', ...parts);
  }

  /** True in this share of throws. */
  chance(share: number): boolean {
    return this.random() / RANGE < share;
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor((this.random() / RANGE) * (high - low + 1));
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.between(0, list.length - 1)] ?? list[0];
  }
}
