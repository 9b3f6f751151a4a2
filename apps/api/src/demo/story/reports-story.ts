import { at, daysBefore, workingDay } from './calendar.ts';
import type { Reporting, Step } from './step.ts';

/** A problem, and what an educator said to it; `answer` null: it waits. Each `at`: days before the anchor, minutes after midnight. */
type Problem = Pick<Reporting, 'who' | 'module' | 'place' | 'text'> & {
  on: At;
  answer: { on: At; text: string } | null;
};
type At = readonly [days: number, minutes: number];

/** Of modules that these people had opened by then. */
const PROBLEMS: readonly Problem[] = [
  {
    who: 'Marigold Vetch',
    on: [122, 665],
    module: 2,
    place: { card: 2 },
    text: 'An example from a pharmacy would help on this card. All of them are from wards.',
    answer: { on: [117, 840], text: 'Thank you, that is a fair point. We will write one for the next edition.' },
  },
  {
    who: 'Wren Campion',
    on: [76, 1215],
    module: 2,
    place: { item: 2 },
    text: 'I would have chosen the same, but for another reason. The explanation does not mention night shifts.',
    answer: {
      on: [72, 570],
      text: 'Thank you. We have noted it for the authors: being tired belongs in the explanation.',
    },
  },
  {
    who: 'Hazel Bistort',
    on: [9, 740],
    module: 4,
    place: { card: 0 },
    text: 'On my phone the last line of this card is hidden behind the button until I turn it.',
    answer: null,
  },
];

/** Problems that colleagues of Northgate met, and what came of them. */
export function reportsStory(anchor: string): Step[] {
  const time = ([days, minutes]: At): Date => at(workingDay(daysBefore(anchor, days)), minutes);
  return PROBLEMS.flatMap(({ on, answer, ...problem }): Step[] => {
    const reporting: Reporting = { kind: 'report', organisation: 'northgate', at: time(on), ...problem };
    if (answer === null) return [reporting];
    const { text } = answer;
    return [
      reporting,
      { kind: 'answer', organisation: 'northgate', who: 'Sorrel Finch', at: time(answer.on), to: reporting, text },
    ];
  });
}
