import { ORGANISATIONS, type DemoCode } from '../cast/cast.ts';
import type { Member } from '../cast/member.ts';
import { at, daysBefore, workingDay } from './calendar.ts';
import { Dice } from './dice.ts';
import { SIGN_OFFS } from './sign-ins-story.ts';
import { inOrder, type Sitting, type Step } from './step.ts';
import { reportsStory } from './reports-story.ts';
import { REFLECTIONS } from './words.ts';

/** How likely the people of a unit are to take up a module: teams differ, and one site has little to learn on. */
const TAKE_UP: Record<string, number> = {
  'Older adults ward': 0.92,
  'Community care': 0.6,
  'Community east': 0.16,
  'Crisis team': 0.7,
  Pharmacy: 0.96,
  Psychology: 0.86,
  Surgery: 0.75,
  'Community nursing': 0.5,
};
/** Later modules of the path are taken up by fewer. */
const STAYS_ON = [1, 0.92, 0.84, 0.72, 0.66];
/** Nothing begins later: with a pause, and days off within it, all is over before the anchor's day begins anywhere on earth. */
const LAST_DAY = 10;

/** What everybody who cannot sign in did in the year before the anchor, in order. */
export function learnersStory(anchor: string): Step[] {
  const sittings = ORGANISATIONS.flatMap(({ code, members }) =>
    members.filter((member) => !signsIn(member)).flatMap((member) => sittingsOf(anchor, code, member)),
  );
  return inOrder([...sittings, ...reportsStory(anchor)]);
}

const signsIn = ({ email }: Member): boolean => email?.endsWith('@demo.rounds.test') ?? false;

function sittingsOf(anchor: string, organisation: DemoCode, member: Member): Sitting[] {
  const { name: who, joins = 345, leaves } = member;
  const dice = new Dice(organisation, who);
  const takeUp = TAKE_UP[member.unit] ?? 0;
  const last = (leaves ?? 0) + LAST_DAY;
  const sittings: Sitting[] = [];
  let days = Math.min(joins, 345) - dice.between(2, 260);
  for (const [module, staysOn] of STAYS_ON.entries()) {
    if (!dice.chance(takeUp * staysOn)) continue;
    days = Math.min(days, signedOff(organisation, module) - dice.between(2, 40));
    if (days < last) break;
    const day = workingDay(daysBefore(anchor, days));
    sittings.push({
      kind: 'sitting',
      organisation,
      who,
      at: at(day, timeOfDay(dice)),
      module,
      triesBefore: 0,
      ...howItWent(dice),
    });
    days -= dice.between(12, 80);
  }
  return sittings;
}

/** A signed-off module is taken up after it was; the others at any time. */
function signedOff(organisation: DemoCode, module: number): number {
  return organisation === 'northgate' ? (SIGN_OFFS[module] ?? Infinity) : Infinity;
}

/** Minutes after midnight: mostly in working hours, often at noon, some evenings. */
function timeOfDay(dice: Dice): number {
  if (dice.chance(0.18)) return dice.between(19 * 60, 21 * 60);
  if (dice.chance(0.3)) return dice.between(12 * 60, 13 * 60 + 40);
  return dice.between(8 * 60 + 20, 17 * 60);
}

function howItWent(dice: Dice): Pick<Sitting, 'read' | 'goesOn' | 'tries' | 'reflection'> {
  if (dice.chance(0.13)) return { read: dice.between(2, 9) / 10, goesOn: null, tries: [], reflection: null };
  const fails = dice.chance(0.24) ? (dice.chance(0.2) ? 2 : 1) : 0;
  const interrupted = dice.chance(0.22);
  return {
    read: interrupted ? dice.between(3, 7) / 10 : 1,
    goesOn: interrupted ? dice.between(1, 3) : null,
    tries: [...Array.from({ length: fails }, () => false), true],
    reflection: dice.chance(0.62) ? dice.pick(REFLECTIONS) : null,
  };
}
