import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { changePreferences, type Preferences } from '@rounds/contracts/preferences';
import { QueryClient } from '@tanstack/react-query';
import { setupServer } from 'msw/node';
import { answer } from '../../test/answers.ts';
import { id } from '../../test/fixtures/ids.ts';
import { aMe } from '../../test/fixtures/me.ts';
import { meQuery } from '../api/me.queries.ts';
import { forgetLook, keepLook, keptLook } from '../lib/look.ts';
import { sendLook } from './send-look.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  server.resetHandlers();
  forgetLook();
});
afterAll(() => server.close());

const UNSENT = '2027-03-11T14:15:00Z';
const me = aMe();

function clientOf(): QueryClient {
  const client = new QueryClient();
  client.setQueryData(meQuery.queryKey, me);
  return client;
}

/** A server that answers each change with what holds there. */
function serverHolds(holds: Preferences): string[] {
  const asked: string[] = [];
  server.use(
    answer(changePreferences, ({ body }) => {
      asked.push(body.changedAt);
      return holds;
    }),
  );
  return asked;
}

test('a look that waits is sent once, and what then holds is shown and known', async () => {
  const asked = serverHolds({ theme: 'dark' });
  const client = clientOf();
  keepLook({ personId: me.personId, preferences: { theme: 'light' }, unsent: UNSENT });
  await sendLook(client);
  await sendLook(client);
  expect(asked).toEqual([UNSENT]);
  expect(keptLook()).toEqual({ personId: me.personId, preferences: { theme: 'dark' } });
  expect(client.getQueryData(meQuery.queryKey)?.preferences).toEqual({ theme: 'dark' });
});

test('a look of somebody else is not sent', async () => {
  const asked = serverHolds({});
  keepLook({ personId: id(99), preferences: { theme: 'light' }, unsent: UNSENT });
  await sendLook(clientOf());
  expect(asked).toEqual([]);
});

test('a change made while another is on its way waits for its own answer', async () => {
  const later = { personId: me.personId, preferences: { motion: 'none' }, unsent: '2027-03-11T14:15:01Z' } as const;
  server.use(
    answer(changePreferences, () => {
      keepLook(later);
      return { theme: 'light' as const };
    }),
  );
  keepLook({ personId: me.personId, preferences: { theme: 'light' }, unsent: UNSENT });
  await sendLook(clientOf());
  expect(keptLook()).toEqual(later);
});
