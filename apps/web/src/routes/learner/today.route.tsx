import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LoaderFunctionArgs } from 'react-router';
import { queryClientContext } from '../../api/query-client.ts';
import { todayQuery } from '../../api/today.queries.ts';
import { Today } from '../../features/today/today.tsx';
import { ToSend } from '../../features/to-send/to-send.tsx';
import { longDay } from '../../lib/dates.ts';
import { Entries } from '../../ui/entries.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { later } from '../later.tsx';

const LeftOff = later(async () => (await import('../../features/left-off/left-off.tsx')).LeftOff);

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).ensureQueryData(todayQuery);
  return null;
}

export function Component() {
  const { data: today } = useSuspenseQuery(todayQuery);
  // Asked once: it stays on the page after the server knows that it was answered.
  const [leftOff] = useState(today.leftOff);
  return (
    <>
      <PageHead title="Today" above={longDay(today.date)} />
      <Entries>
        <Today />
        {leftOff && <LeftOff at={leftOff} />}
        <ToSend />
      </Entries>
    </>
  );
}
