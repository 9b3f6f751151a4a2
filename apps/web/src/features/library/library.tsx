import type { CatalogueQuery, ModuleSummary } from '@rounds/contracts/catalogue';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { catalogueQuery } from '../../api/catalogue.queries.ts';
import { count } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { Listing } from '../../ui/listing.tsx';
import { FilterForm } from './filter-form.tsx';
import styles from './library.module.css';
import { isFiltered } from './library-filters.ts';
import { ModuleLine } from './module-line.tsx';
import { useLibraryFilters } from './use-library-filters.ts';

function Search() {
  const { filters, change } = useLibraryFilters();
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const words = new FormData(event.currentTarget).get('q');
    change({ q: typeof words === 'string' ? words.trim() : '' });
  }
  return (
    <form role="search" onSubmit={submit} key={filters.q ?? ''}>
      <Field
        label={<span className="vh">Search the library</span>}
        type="search"
        name="q"
        defaultValue={filters.q}
        placeholder="Search titles and text"
        enterKeyHint="search"
        maxLength={200}
      />
    </form>
  );
}

function foundWords(found: number, { minutes, q, cursor }: CatalogueQuery, more: boolean): string {
  if (found === 0) return 'Nothing found';
  const modules = `${more || cursor ? 'On this page: ' : ''}${count(found, 'module')}`;
  const short = minutes === undefined ? '' : ` ${found === 1 ? 'takes' : 'take'} ${minutes} minutes or less`;
  return `${modules}${short}${q ? ` for “${q}”` : ''}`;
}

function NothingFound({ filters }: { filters: CatalogueQuery }) {
  const { change, clear } = useLibraryFilters();
  const tooShort = filters.minutes !== undefined && filters.minutes < 10;
  return (
    <Empty
      title={filters.minutes === undefined ? 'No module matches' : 'No module is that short'}
      action={
        <>
          {tooShort && (
            <Button kind="second" onClick={() => change({ minutes: '10' })}>
              Show 10 minutes
            </Button>
          )}
          <Button kind="text" onClick={clear}>
            Clear filters
          </Button>
        </>
      }
    >
      <p>
        {filters.q
          ? `Nothing has the words “${filters.q}” with these filters.`
          : 'Nothing in the library has all of these.'}
      </p>
    </Empty>
  );
}

function Modules({ modules, next }: { modules: ModuleSummary[]; next: string | null }) {
  const { change } = useLibraryFilters();
  return (
    <>
      <Listing faceted>
        {modules.map((module) => (
          <ModuleLine key={module.moduleId} module={module} />
        ))}
      </Listing>
      {next && (
        <Button kind="text" onClick={() => change({ cursor: next })}>
          Next page
        </Button>
      )}
    </>
  );
}

/** All that can be learnt here, narrowed by what the address says. */
export function Library() {
  const { filters, clear } = useLibraryFilters();
  const { data: all } = useSuspenseQuery(catalogueQuery({}));
  // The list that was shown stands until the next one is here.
  const { data: found = all, isPlaceholderData: old } = useQuery({
    ...catalogueQuery(filters),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <FilterForm capabilities={all.capabilities} levels={all.levels} audiences={all.audiences} />
      <section aria-labelledby="found" aria-busy={old}>
        <Search />
        <div className={styles['found']} role="status">
          <h2 id="found" className="label">
            {foundWords(found.modules.length, filters, found.nextCursor !== null)}
          </h2>
          {isFiltered(filters) && found.modules.length > 0 && (
            <Button kind="text" onClick={clear}>
              Clear filters
            </Button>
          )}
        </div>
        {found.modules.length === 0 ? (
          <NothingFound filters={filters} />
        ) : (
          <Modules modules={found.modules} next={found.nextCursor} />
        )}
      </section>
    </>
  );
}
