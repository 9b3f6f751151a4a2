import type { Words } from './step.ts';

/** What people who cannot sign in wrote; only its being there counts. */
export const REFLECTIONS: readonly [Words, ...Words[]] = [
  {
    learnt: 'A confident answer from a tool is not the same as a right one.',
    means: 'People I see trust what I tell them. I have to have looked myself.',
    willDo: 'Make up my mind first, and only then read the suggestion.',
  },
  {
    learnt: 'Where a tool was tested matters as much as how well it did.',
    means: 'Our patients are older and frailer than those in most trials.',
    willDo: 'Ask where ours was tested before we rely on it.',
  },
  {
    learnt: 'I did not know who checks the draft. It is me.',
    means: 'A wrong line in a letter can follow somebody for years.',
    willDo: 'Read every draft to the end, also at ten to five.',
  },
  {
    learnt: 'No alert does not mean that all is well.',
    means: 'Nobody should wait longer because a screen stayed quiet.',
    willDo: 'Do my own check at handover, alert or not.',
  },
  {
    learnt: 'Staff can say no to a tool, and so can the people we care for.',
    means: 'Somebody who does not want to be recorded must hear that this is fine.',
    willDo: 'Say it in plain words at the start, and note the answer.',
  },
  {
    learnt: 'An explanation that sounds good may still be made up afterwards.',
    means: 'I should not pass on a reason I cannot check.',
    willDo: 'Look for the test results and not for the story.',
  },
];
