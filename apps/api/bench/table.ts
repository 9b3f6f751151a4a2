import type { DocumentResult } from './document.bench.ts';
import type { DownloadResult } from './download.bench.ts';
import type { JourneyResult } from './journey.bench.ts';
import { median, type Measured, RUNS } from './measure.ts';
import type { PageBytes } from './pages.ts';
import type { SubmitResult } from './submit.bench.ts';

export type Results = {
  submit: SubmitResult;
  document: DocumentResult;
  download: DownloadResult;
  downloadPeakMb: number;
  journey: JourneyResult;
  startMs: number;
  idleMb: number;
  pages: PageBytes[];
};

const rate = (runs: Measured[]): string => `${median(runs.map(({ perSecond }) => perSecond)).toFixed(0)}/s`;
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const met = (holds: boolean): string => (holds ? 'met' : 'MISSED');

/** One table; a ratio compares medians of the alternating runs. */
export function printResults(results: Results): void {
  const rows = [
    ['what', 'ours', 'against', 'ratio or value', 'to reach', ''],
    ...comparisons(results),
    ...journeys(results.journey),
    ...prints(results),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
  console.log(`\nMedians of ${RUNS} alternating runs; processors: 2 on the reference machine.\n`);
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

function comparisons({ submit, document, download, downloadPeakMb }: Results): string[][] {
  const tail = `p50 ${ms(median(submit.ours.map(({ p50 }) => p50)))}, p99 ${ms(median(submit.ours.map(({ p99 }) => p99)))}`;
  return [
    [
      'submit 8 answers, 16 at once',
      rate(submit.ours),
      `${rate(submit.theirs)} plain pg, ${submit.statements} statements`,
      submit.ratio.toFixed(2),
      '0.5',
      met(submit.ratio >= 0.5),
    ],
    ['', tail, '', '', '', ''],
    [
      'row-level security, same SQL',
      rate(submit.theirs),
      `${rate(submit.withoutPolicies)} as owner`,
      submit.rowSecurityRatio.toFixed(2),
      'printed',
      '',
    ],
    [
      `player's document, ${kb(document.bytes)}, 16 at once`,
      rate(document.ours),
      `${rate(document.theirs)} bare node`,
      document.ratio.toFixed(2),
      '0.6',
      met(document.ratio >= 0.6),
    ],
    ['  p99 over p50', '', '', document.tail.toFixed(1), 'under 5', met(document.tail < 5)],
    [
      `download ${download.rows} records, ${download.megabytes.toFixed(1)} MB`,
      `${median(download.ours).toFixed(2)} s`,
      `${median(download.theirs).toFixed(2)} s COPY to nowhere`,
      download.ratio.toFixed(2),
      '0.6',
      met(download.ratio >= 0.6),
    ],
    ['  API resident at most', '', '', `${downloadPeakMb.toFixed(0)} MB`, 'under 250', met(downloadPeakMb < 250)],
  ];
}

/** Moodle 4.5 did 2 journeys a second at 0.9 processor seconds each on two such cores (measured for the product's aims). */
const MOODLE = { perSecond: 2, cpuEach: 0.9 };

function journeys(results: JourneyResult): string[][] {
  return results.flatMap(({ atOnce, ours, oursSignedIn, theirs }) => [
    [
      `whole journey, ${atOnce} at once`,
      `${ours.perSecond.toFixed(0)}/s`,
      `${theirs.perSecond.toFixed(0)}/s plain pg and argon2`,
      `${(ours.perSecond / MOODLE.perSecond).toFixed(0)} × Moodle`,
      'aim 40 ×',
      '',
    ],
    [
      '  processor seconds each',
      ours.cpuEach.toFixed(4),
      theirs.cpuEach.toFixed(4),
      `without password ${oursSignedIn.cpuEach.toFixed(4)}`,
      'printed',
      '',
    ],
    [
      '  p50, p99',
      `${ms(ours.p50)}, ${ms(ours.p99)}`,
      `${ms(theirs.p50)}, ${ms(theirs.p99)}`,
      `without password ${oursSignedIn.perSecond.toFixed(0)}/s`,
      'printed',
      '',
    ],
  ]);
}

function prints({ startMs, idleMb, pages }: Results): string[][] {
  return [
    ['API ready, warm', `${startMs.toFixed(0)} ms`, '', '', 'printed', ''],
    ['API resident, idle', `${idleMb.toFixed(0)} MB`, '', '', 'printed', ''],
    ...pages.map(({ page, code, data }) => [
      `bytes of ${page}`,
      kb(code + data),
      `code ${kb(code)}, data ${kb(data)}`,
      '',
      'printed',
      '',
    ]),
  ];
}
