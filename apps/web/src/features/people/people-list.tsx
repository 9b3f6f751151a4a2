import { useSuspenseQuery } from '@tanstack/react-query';
import { peopleQuery } from '../../api/people.queries.ts';
import { paths } from '../../lib/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { DeskHead } from '../../ui/desk-head.tsx';
import { KeysetPages, useFocusOnPage } from '../../ui/keyset-pages.tsx';
import { Loading } from '../../ui/loading.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { NoPeople } from './no-people.tsx';
import { PeopleFilters } from './people-filters.tsx';
import { readPeopleSearch } from './people-search.ts';
import { PeopleTable } from './people-table.tsx';

/** Everybody of the organisation, by name. */
export function PeopleList() {
  const { shown, pending } = useAddress();
  const asked = readPeopleSearch(shown);
  const { data: page } = useSuspenseQuery(peopleQuery(asked));
  const region = useFocusOnPage<HTMLDivElement>(asked.cursor);
  return (
    <>
      <DeskHead title="People" side={<ButtonLink to={paths.addPerson}>Add a person</ButtonLink>} />
      <PeopleFilters rows={page.people.length} more={page.nextCursor !== null} />
      {pending && <Loading what="the people" />}
      {page.people.length === 0 ? (
        <NoPeople />
      ) : (
        <>
          <PeopleTable people={page.people} busy={pending} ref={region} />
          <KeysetPages rows={page.people.length} nextCursor={page.nextCursor} />
        </>
      )}
    </>
  );
}
