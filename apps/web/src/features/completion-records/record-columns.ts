import type { CompletionRecord, RecordColumn, RecordSort } from '@rounds/contracts/completion-records';

export type ColumnKey = 'name' | Exclude<RecordColumn, 'familyName' | 'givenName'>;

type Column = {
  key: ColumnKey;
  /** The same words in the heading, the chooser and the file's panel. */
  heading: string;
  /** What it is called in the file. */
  inFile: readonly RecordColumn[];
  sort?: RecordSort;
  /** Shown until the person chooses otherwise. */
  shown: boolean;
};

/** In the order of the table and of the file. */
export const COLUMNS: readonly Column[] = [
  { key: 'name', heading: 'Name', inFile: ['familyName', 'givenName'], sort: 'name', shown: true },
  { key: 'staffNumber', heading: 'Staff number', inFile: ['staffNumber'], shown: false },
  { key: 'organisation', heading: 'Organisation', inFile: ['organisation'], shown: false },
  { key: 'unit', heading: 'Unit', inFile: ['unit'], sort: 'unit', shown: true },
  { key: 'staffGroup', heading: 'Staff group', inFile: ['staffGroup'], shown: false },
  { key: 'path', heading: 'Path', inFile: ['path'], shown: false },
  { key: 'module', heading: 'Module', inFile: ['module'], sort: 'module', shown: true },
  { key: 'state', heading: 'State', inFile: ['state'], sort: 'state', shown: true },
  { key: 'completedOn', heading: 'Completed', inFile: ['completedOn'], sort: 'completedOn', shown: true },
  { key: 'validUntil', heading: 'Valid until', inFile: ['validUntil'], shown: true },
  { key: 'version', heading: 'Version', inFile: ['version'], shown: true },
  { key: 'minutes', heading: 'Minutes', inFile: ['minutes'], sort: 'minutes', shown: true },
  { key: 'reviewedBy', heading: 'Reviewed by', inFile: ['reviewedBy'], shown: false },
];

export const SHOWN_AT_FIRST = COLUMNS.filter(({ shown }) => shown).map(({ key }) => key);

/** The chosen columns as the file's parameter, in the file's order. */
export function columnsInFile(chosen: readonly ColumnKey[]): RecordColumn[] {
  return COLUMNS.filter(({ key }) => chosen.includes(key)).flatMap(({ inFile }) => inFile);
}

/** Bytes of the file: the mean row of those shown, times the rows. Null before there is a row to measure. */
export function estimateBytes(
  records: readonly CompletionRecord[],
  chosen: readonly ColumnKey[],
  rows: number,
): number | null {
  if (records.length === 0) return null;
  const columns = columnsInFile(chosen);
  const line = (cells: readonly unknown[]): number => new TextEncoder().encode(cells.join(',')).length + 2;
  const sample = records.reduce((bytes, record) => bytes + line(columns.map((column) => record[column] ?? '')), 0);
  return line(columns) + Math.round((sample / records.length) * rows);
}
