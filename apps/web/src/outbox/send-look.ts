import { changePreferences } from '@rounds/contracts/preferences';
import type { QueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { meQuery } from '../api/me.queries.ts';
import { keepLook, keptLook } from '../lib/look.ts';
import { ownerOf } from './letter.ts';

/** Sends a look that was changed on this device and is not on the server yet. Rejects when it still is not. */
export async function sendLook(client: QueryClient): Promise<void> {
  const me = client.getQueryData(meQuery.queryKey);
  const kept = keptLook();
  if (!kept?.unsent || kept.personId !== me?.personId) return;
  const body = { ...kept.preferences, changedAt: kept.unsent };
  const preferences = await call(changePreferences, { body }, { sentFor: ownerOf(me), onSignedOut: 'throw' });
  // Changed once more meanwhile: that change is on its way too.
  if (keptLook()?.unsent !== kept.unsent) return;
  keepLook({ personId: me.personId, preferences });
  client.setQueryData(meQuery.queryKey, { ...me, preferences });
}
