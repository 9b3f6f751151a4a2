import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayIn } from '../lib/today.ts';
import { meQuery } from './me.queries.ts';

/** Today in the organisation's time zone, by the device's clock, as `2027-03-11`. */
export function useToday(): string {
  const { data } = useSuspenseQuery(meQuery);
  const [now] = useState(() => new Date());
  return dayIn(data.organisation.timeZone, now);
}
