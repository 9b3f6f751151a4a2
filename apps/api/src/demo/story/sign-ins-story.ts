import { at, daysBefore, workingDay } from './calendar.ts';
import type { Answering, Reporting, SigningOff, Sitting, Step, Words } from './step.ts';
import { REFLECTIONS } from './words.ts';

/** Days before the anchor on which the modules of these places were signed off in Northgate. The others never were. */
export const SIGN_OFFS: readonly number[] = [350, 290, 200];

const CLINICIAN = { organisation: 'northgate', who: 'Juniper Larkspur' } as const;
const EDUCATOR = { organisation: 'northgate', who: 'Sorrel Finch' } as const;
const REVIEWER = { organisation: 'northgate', who: 'Rowan Meadowsweet' } as const;
const LEAD = { organisation: 'northgate', who: 'Linden Yarrow' } as const;
const MANAGER = { organisation: 'northgate', who: 'Clover Speedwell' } as const;
const ADMINISTRATOR = { organisation: 'northgate', who: 'Cedar Harebell' } as const;

const CLINICIANS_WORDS: Words = {
  learnt:
    'A tool that did well somewhere else may do badly for the people on our ward. I had never asked where ours was tested.',
  means:
    'Most of our patients are over 75 and many have delirium. If people like them were not in the tests, a low score tells me little.',
  willDo: 'Ask the supplier for results in people over 75, and bring the answer to the next falls meeting.',
};

function sittingOf(person: Pick<Sitting, 'organisation' | 'who'>, day: (days: number) => string) {
  return (module: number, days: number, minutes: number, more: Partial<Sitting> = {}): Sitting => ({
    kind: 'sitting',
    ...person,
    at: at(day(days), minutes),
    module,
    read: 1,
    goesOn: null,
    tries: [true],
    triesBefore: 0,
    reflection: null,
    ...more,
  });
}

/** What those who can sign in did in the year before the anchor. */
export function signInsStory(anchor: string): Step[] {
  const day = (days: number): string => workingDay(daysBefore(anchor, days));
  return [...cliniciansYear(day), ...colleaguesYear(day), ...signOffs(day), ...problems(day)];
}

/** One module finished, a year ago and again this week, with the first reflection written; another begun. */
function cliniciansYear(day: (days: number) => string): Step[] {
  const sits = sittingOf(CLINICIAN, day);
  return [
    sits(0, 384, 12 * 60 + 35, { tries: [false, true], reflection: CLINICIANS_WORDS }),
    sits(0, 6, 13 * 60 + 10, { triesBefore: 2 }),
    sits(1, 2, 17 * 60 + 40, { read: 0.4, tries: [] }),
  ];
}

function colleaguesYear(day: (days: number) => string): Step[] {
  const [educator, reviewer, lead] = [sittingOf(EDUCATOR, day), sittingOf(REVIEWER, day), sittingOf(LEAD, day)];
  const [manager, administrator] = [sittingOf(MANAGER, day), sittingOf(ADMINISTRATOR, day)];
  const [first, second = first, third = first, fourth = first] = REFLECTIONS;
  return [
    ...[380, 372, 361, 355, 341].map((days, module) =>
      educator(module, days, 9 * 60 + 15, { reflection: module === 1 ? second : null }),
    ),
    ...SIGN_OFFS.map((days, module) =>
      reviewer(module, days + 9, 16 * 60 + 20, { reflection: module === 0 ? first : null }),
    ),
    lead(0, 318, 8 * 60 + 45, { reflection: third }),
    lead(1, 97, 15 * 60 + 5),
    manager(0, 265, 14 * 60 + 30, { tries: [false, true], reflection: fourth }),
    manager(1, 41, 19 * 60 + 50),
    administrator(0, 181, 11 * 60 + 25),
  ];
}

function signOffs(day: (days: number) => string): SigningOff[] {
  const comment = 'Read against its sources, and every key tried. It fits how we work here.';
  return SIGN_OFFS.map((days, module) => ({
    kind: 'sign-off',
    ...REVIEWER,
    at: at(day(days), 10 * 60),
    module,
    comment,
  }));
}

function problems(day: (days: number) => string): Step[] {
  const reported: Reporting = {
    kind: 'report',
    ...CLINICIAN,
    at: at(day(20), 12 * 60 + 50),
    module: 0,
    place: { card: 1 },
    text: 'The source of this card did not open on the ward computer. Is the address still right?',
  };
  const answer: Answering = {
    kind: 'answer',
    ...EDUCATOR,
    at: at(day(13), 9 * 60 + 40),
    to: reported,
    text: 'Thank you. The address is right: the filter on the ward stopped it. It has been let through since this morning.',
  };
  const waiting: Reporting = {
    kind: 'report',
    ...MANAGER,
    at: at(day(4), 16 * 60 + 10),
    module: 1,
    place: { item: 0 },
    text: 'Two of the answers read almost the same to me. Could one of them be made clearer?',
  };
  return [reported, answer, waiting];
}
