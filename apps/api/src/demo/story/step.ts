import type { DemoCode } from '../cast/cast.ts';

export type Words = { learnt: string; means: string; willDo: string };

type Person = { organisation: DemoCode; who: string };

/** One person's go at one learning module. */
export type Sitting = Person & {
  kind: 'sitting';
  at: Date;
  /** Place of the module in path order, from 0. */
  module: number;
  /** Share of the cards read at first. */
  read: number;
  /** Days until the rest is read, on another device; null: it is left there. Of no meaning once all is read. */
  goesOn: number | null;
  /** Each try at the quiz in order, true for a pass. */
  tries: readonly boolean[];
  /** Tries at it that this person made before. */
  triesBefore: number;
  /** Written a few minutes after the pass. */
  reflection: Words | null;
};

/** A reviewer of the organisation vouches for the version of a module. */
export type SigningOff = Person & { kind: 'sign-off'; at: Date; module: number; comment: string };

/** Something wrong on a card, or in a quiz question, each counted from 0. */
export type Reporting = Person & {
  kind: 'report';
  at: Date;
  module: number;
  place: { card: number } | { item: number };
  text: string;
};

/** An educator answers what somebody reported of a module. */
export type Answering = Person & { kind: 'answer'; at: Date; to: Reporting; text: string };

export type Step = Sitting | SigningOff | Reporting | Answering;

export function inOrder(steps: readonly Step[]): Step[] {
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
