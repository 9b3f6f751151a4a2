import type { Config } from '../../platform/config.ts';
import type { ImportReport } from './import-library.ts';

/** What the start says of the library's faults, a line each, with the way out of them. Empty when there are none. */
export function libraryNotice(
  { faults, refused }: Pick<ImportReport, 'faults' | 'refused'>,
  { demo, embedded }: Pick<Config, 'demo' | 'embedded'>,
): string[] {
  if (faults.length === 0) return [];
  return [
    ...faults.map((fault) => `Module library: ${fault}`),
    'Module library: these modules stay as they were. Mend the files and start again.',
    ...(demo && refused > 0 ? [`Module library: or make the demo afresh from these files: ${afresh(embedded)}.`] : []),
  ];
}

function afresh(embedded: boolean): string {
  return embedded ? 'stop Rounds, then npm run demo:reset' : 'give it an empty database by DATABASE_URL';
}
