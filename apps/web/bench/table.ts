import { median, medianSteps, type Steps } from './medians.ts';
import type { OurRun } from './our-run.ts';
import type { StaticRun } from './static-run.ts';

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const steps = ({ typical, slowest }: Steps): string => `${typical.toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms`;
const NOTHING = 'nothing opens';

type Row = { what: string; ours: string; theirs: string; aim: string; met: boolean };

/** Medians of the runs beside what is to be reached. */
export function printTable(ours: readonly OurRun[], theirs: readonly StaticRun[]): void {
  const rows = [...wayIn(ours, theirs), ...turning(ours, theirs), ...offline(ours)];
  const cells = [
    ['what', 'ours', 'static page', 'to reach', ''],
    ...rows.map(({ what, ours: own, theirs: other, aim, met }) => [what, own, other, aim, met ? 'met' : 'MISSED']),
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  console.log(`\nMedians of ${ours.length} alternating runs in Chromium, at 400 kbit/s and 400 ms there and back.\n`);
  for (const row of cells)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

function wayIn(ours: readonly OurRun[], theirs: readonly StaticRun[]): Row[] {
  const row = (
    what: string,
    aim: string,
    most: number,
    say: (value: number) => string,
    take: (run: OurRun | StaticRun) => number,
  ): Row => {
    const own = median(ours.map(take));
    return { what, ours: say(own), theirs: say(median(theirs.map(take))), aim, met: own <= most };
  };
  const card = 'sign-in to the first card readable';
  return [
    row('sign-in page, on the wire', '30 kB', 30_000, kb, ({ signIn }) => signIn.bytes),
    row('sign-in page, LCP', '2.5 s', 2_500, seconds, ({ signIn }) => signIn.lcp),
    row(`${card}, on the wire`, '190 kB', 190_000, kb, ({ firstCard }) => firstCard.bytes),
    row(`${card}, time`, '8 s', 8_000, seconds, ({ firstCard }) => firstCard.ms),
  ];
}

function turning(ours: readonly OurRun[], theirs: readonly StaticRun[]): Row[] {
  const row = (what: string, other: string, take: (run: OurRun) => Steps): Row => {
    const own = medianSteps(ours.map(take));
    return { what, ours: steps(own), theirs: other, aim: 'under 100 ms', met: own.slowest < 100 };
  };
  const page = steps(medianSteps(theirs.map(({ nextCard }) => nextCard)));
  return [
    row('next card', page, ({ online }) => online.cards),
    row('next item', page, ({ online }) => online.items),
    row('next card, network off', NOTHING, (run) => run.offline.cards),
    row('next item, network off', NOTHING, (run) => run.offline.items),
  ];
}

function offline(ours: readonly OurRun[]): Row[] {
  const lcp = median(ours.map(({ kept }) => kept));
  const events = Math.min(...ours.map(({ sending }) => sending.events));
  const requests = Math.max(...ours.map(({ sending }) => sending.requests));
  const ms = median(ours.map(({ sending }) => sending.ms));
  const none = 'nothing to send';
  return [
    { what: 'kept module, network off, LCP', ours: seconds(lcp), theirs: NOTHING, aim: '1 s', met: lcp <= 1_000 },
    {
      what: `sending ${events} waiting events, requests`,
      ours: String(requests),
      theirs: none,
      aim: 'at most 2',
      met: requests <= 2,
    },
    { what: 'sending them, time', ours: seconds(ms), theirs: none, aim: 'under 3 s', met: ms < 3_000 },
  ];
}
