import type { ModuleSummary } from '@rounds/contracts/catalogue';
import type { LearningAudience, Level } from '@rounds/contracts/learner-document';
import type { FormEvent } from 'react';
import { AUDIENCE_WORDS, LEVEL_WORDS } from '../../lib/learning-words.ts';
import { useIsDesk } from '../../lib/use-media.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Select } from '../../ui/select.tsx';
import { type Change, useLibraryFilters } from './use-library-filters.ts';

/** Values that occur in the whole library. */
type Capability = ModuleSummary['capabilities'][number];
export type FilterValues = { capabilities: Capability[]; levels: Level[]; audiences: LearningAudience[] };

/** No-break spaces: a number and its unit stay on one line. */
const MINUTES = [
  { value: '5', label: '5\u00a0min' },
  { value: '10', label: '10\u00a0min' },
  { value: '', label: 'Any' },
];

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function capabilityOptions(capabilities: readonly Capability[]) {
  return capabilities.map(({ framework, code }) => ({ value: `${framework}:${code}`, label: `${framework} ${code}` }));
}

function MoreFilters({ audiences, capabilities, levels }: FilterValues) {
  const { filters } = useLibraryFilters();
  return (
    <div className="stack">
      <Select
        small
        label="For"
        name="audience"
        defaultValue={filters.audience ?? ''}
        options={[
          { value: '', label: 'All' },
          ...audiences.map((one) => ({ value: one, label: capitalised(AUDIENCE_WORDS[one]) })),
        ]}
      />
      <Select
        small
        label="Capability"
        name="capability"
        defaultValue={filters.capability ?? ''}
        options={[{ value: '', label: 'All' }, ...capabilityOptions(capabilities)]}
      />
      <Select
        small
        label="Level"
        name="level"
        defaultValue={filters.level ?? ''}
        options={[{ value: '', label: 'All' }, ...levels.map((one) => ({ value: one, label: LEVEL_WORDS[one] }))]}
      />
      <Button kind="second" type="submit">
        Show
      </Button>
    </div>
  );
}

/** How the library is narrowed. Minutes act at once; the lists act with "Show". */
export function FilterForm(values: FilterValues) {
  const { filters, change } = useLibraryFilters();
  const desk = useIsDesk();
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { audience, capability, level } = Object.fromEntries(new FormData(event.currentTarget)) as Record<
      string,
      string
    >;
    change({ audience, capability, level } as Change);
  }
  const { audience, capability, level, minutes } = filters;
  const set = [audience, capability, level].filter(Boolean).length;
  return (
    <form className="stack" onSubmit={submit} aria-label="Filters" key={JSON.stringify([audience, capability, level])}>
      <Segments
        legend="I have"
        name="minutes"
        options={MINUTES}
        value={minutes === undefined ? '' : String(minutes)}
        onChange={(value) => change({ minutes: value })}
      />
      {desk ? (
        <MoreFilters {...values} />
      ) : (
        <Disclosure summary={set > 0 ? `More filters, ${set} set` : 'More filters'} look="link" flush>
          <MoreFilters {...values} />
        </Disclosure>
      )}
    </form>
  );
}
