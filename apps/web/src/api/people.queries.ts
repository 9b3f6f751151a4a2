import type { QueryOf } from '@rounds/contracts/endpoint';
import { listPeople, type PersonDetail, readPerson } from '@rounds/contracts/people';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export type PeopleAsked = QueryOf<typeof listPeople>;

export const peopleQuery = (asked: PeopleAsked) =>
  queryOptions({
    queryKey: ['people', 'page', asked],
    queryFn: ({ signal }) => call(listPeople, { query: asked }, { signal }),
    staleTime: 5_000,
  });

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', 'one', personId],
    queryFn: ({ signal }) => call(readPerson, { params: { personId } }, { signal }),
    staleTime: 5_000,
  });

/** What the server answered to a change is the person as they now are; lists and the audit have to be read again. */
export function keepPerson(client: QueryClient, person: PersonDetail): void {
  client.setQueryData(personQuery(person.personId).queryKey, person);
  void client.invalidateQueries({ queryKey: ['people', 'page'] });
  void client.invalidateQueries({ queryKey: ['audit'] });
}
