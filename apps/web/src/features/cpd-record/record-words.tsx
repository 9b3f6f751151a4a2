import type { CpdEntry } from '@rounds/contracts/cpd-record';
import type { ReactNode } from 'react';
import { longDate } from '../../lib/dates.ts';
import { minutesInWords } from '../../lib/minutes.ts';
import { count } from '../../lib/words.ts';
import { Tag } from '../../ui/tag.tsx';

/** "3 completions, the latest on 11 March 2027". */
export function pathFact(entries: readonly CpdEntry[]): string {
  const latest = entries
    .map(({ completedOn }) => completedOn)
    .toSorted()
    .at(-1);
  return `${count(entries.length, 'completion')}${latest ? `, the latest on ${longDate(latest)}` : ''}`;
}

export function pathState(entries: readonly CpdEntry[]): ReactNode {
  const open = entries.filter(({ hasReflection }) => !hasReflection).length;
  if (open === 0) return <Tag kind="good">Reflected</Tag>;
  return <Tag kind="due">{count(open, 'reflection')} to write</Tag>;
}

/** Minutes, or why there are none. */
export function minutesOf({ creditMinutes, noMinutesReason }: CpdEntry): string {
  if (noMinutesReason === 'not-reviewed') return 'No minutes yet';
  if (noMinutesReason === 'already-awarded') return 'Counted before';
  return minutesInWords(creditMinutes);
}
