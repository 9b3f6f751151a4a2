import type { RecordFilter, readRecordFilters } from '@rounds/contracts/completion-records';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { longDate } from '../../lib/dates.ts';

export type FilterChoices = ResponseOf<typeof readRecordFilters>;

export const STATE_WORDS = { started: 'Started', completed: 'Completed' } as const;

const nameOf = (named: readonly { id: string; name: string }[], id: string | undefined): string | undefined =>
  named.find((one) => one.id === id)?.name;

/** A filter as a person would say it; empty when nothing is set. */
export function filterInWords(filter: RecordFilter, { units, paths, modules }: FilterChoices): string {
  const { q, unit, path, module, state, staffGroup, from, to } = filter;
  const parts = [
    q && `“${q}”`,
    module && `“${nameOf(modules, module) ?? 'another module'}”`,
    path && `path “${nameOf(paths, path) ?? 'another path'}”`,
    unit && (nameOf(units, unit) ?? 'another unit'),
    staffGroup,
    state && STATE_WORDS[state].toLowerCase(),
    span(from, to),
  ];
  return parts.filter(Boolean).join(', ');
}

function span(from: string | undefined, to: string | undefined): string | undefined {
  if (from && to) return from === to ? `on ${longDate(from)}` : `${longDate(from)} to ${longDate(to)}`;
  if (from) return `from ${longDate(from)}`;
  return to && `until ${longDate(to)}`;
}
