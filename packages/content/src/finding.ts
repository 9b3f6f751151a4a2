/** Where a value stands in a parsed file: keys and indexes from the root. */
export type Path = readonly PropertyKey[];

/** Something an author must mend (fault) or should look at (warning). */
export type Finding = {
  severity: 'fault' | 'warning';
  /** Relative to the library folder. */
  file: string;
  /** From 1. */
  line: number;
  /** What is wrong and what to do. */
  message: string;
};

/** A value together with where its parts were written. */
export type Located<T> = {
  file: string;
  value: T;
  /** Line of the value at `path`, or of its nearest parent; `within` counts lines inside a block of text, from 0. */
  lineOf: LineOf;
};
export type LineOf = (path: Path, within?: number) => number;

type Place = Pick<Located<unknown>, 'file' | 'lineOf'>;

export const faultAt = ({ file, lineOf }: Place, path: Path, message: string, within?: number): Finding => ({
  severity: 'fault',
  file,
  line: lineOf(path, within),
  message,
});

export const warningAt = (place: Place, path: Path, message: string, within?: number): Finding => ({
  ...faultAt(place, path, message, within),
  severity: 'warning',
});
