import { listPeople } from '@rounds/contracts/people';
import type { PeopleAsked } from '../../api/people.queries.ts';

const NAMES = ['q', 'unit', 'role', 'state', 'cursor'] as const;
export const PEOPLE_FILTERS = ['unit', 'role', 'state'] as const;

/** Reads an address. What makes no sense in it is left out. */
export function readPeopleSearch(params: URLSearchParams): PeopleAsked {
  const given = NAMES.map((name) => [name, params.get(name)] as const).filter(([, value]) => value);
  const sound = given.filter(([name, value]) => listPeople.query.safeParse({ [name]: value }).success);
  return listPeople.query.parse(Object.fromEntries(sound));
}
