import { openPerson, sealNow } from './keys.ts';
import { openChannel } from './outbox.channel.ts';
import { waitingOwners } from './outbox.idb.ts';
import { sendLetters } from './outbox.sender.ts';

/**
 * Sends what waits of whoever's work is open on this device, with no page. For the service worker's `sync` event:
 * rejects while no answer comes, so that the browser tries again later. Sealed work is left alone.
 */
export async function sendPending(): Promise<void> {
  const personId = await openPerson();
  if (personId === null) return;
  const channel = openChannel(() => undefined);
  try {
    for (const owner of await waitingOwners(personId)) {
      const end = await sendLetters(owner, {
        heard: { acknowledged: (at, byArrival) => channel.tell({ kind: 'sent', owner, at, byArrival }) },
      });
      if (end === 'signed-out') await sealNow();
      if (end === 'no-answer') throw new Error('The server did not answer; the outbox waits');
    }
  } finally {
    channel.close();
  }
}
