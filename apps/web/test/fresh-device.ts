import { beforeEach } from '@jest/globals';
import { IDBFactory } from 'fake-indexeddb';
import { reopenDevice } from '../src/outbox/device.idb.ts';
import { forgetKey } from '../src/outbox/keys.ts';
import { forgetView } from '../src/outbox/outbox.zustand.ts';
import { reopenPersons } from '../src/outbox/person.idb.ts';
import 'fake-indexeddb/auto';

/** Each test of the file begins on a device that has kept nothing. */
export function withFreshDevice(): void {
  beforeEach(async () => {
    await reload();
    globalThis.indexedDB = new IDBFactory();
  });
}

/** As a reload does: what was in memory is gone, what was kept is there. */
export async function reload(): Promise<void> {
  forgetKey();
  reopenDevice();
  reopenPersons();
  forgetView();
}
