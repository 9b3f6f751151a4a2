import type { ResponseOf } from '@rounds/contracts/endpoint';
import { listUnits } from '@rounds/contracts/units';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export type UnitTree = ResponseOf<typeof listUnits>;

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => call(listUnits, {}, { signal }),
});
