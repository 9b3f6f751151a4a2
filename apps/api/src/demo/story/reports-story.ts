import { at, daysBefore, workingDay } from './calendar.ts';
import type { Answering, Reporting, Step } from './step.ts';

/** Problems that colleagues met, and what came of them. */
export function reportsStory(anchor: string): Step[] {
  const time = (days: number, minutes: number): Date => at(workingDay(daysBefore(anchor, days)), minutes);
  const medicines: Reporting = {
    kind: 'report',
    organisation: 'northgate',
    who: 'Marigold Vetch',
    at: time(122, 11 * 60 + 5),
    module: 2,
    place: { card: 2 },
    text: 'An example from a pharmacy would help on this card. All of them are from wards.',
  };
  const tired: Reporting = {
    kind: 'report',
    organisation: 'northgate',
    who: 'Wren Campion',
    at: time(76, 20 * 60 + 15),
    module: 2,
    place: { item: 2 },
    text: 'I would have chosen the same, but for another reason. The explanation does not mention night shifts.',
  };
  const phone: Reporting = {
    kind: 'report',
    organisation: 'northgate',
    who: 'Hazel Bistort',
    at: time(9, 12 * 60 + 20),
    module: 4,
    place: { card: 0 },
    text: 'On my phone the last line of this card is hidden behind the button until I turn it.',
  };
  return [
    medicines,
    answerTo(medicines, time(117, 14 * 60), 'Thank you, that is a fair point. We will write one for the next edition.'),
    tired,
    answerTo(
      tired,
      time(72, 9 * 60 + 30),
      'Thank you. We have noted it for the authors: being tired belongs in the explanation.',
    ),
    phone,
  ];
}

function answerTo(to: Reporting, when: Date, text: string): Answering {
  return { kind: 'answer', organisation: to.organisation, who: 'Sorrel Finch', at: when, to, text };
}
