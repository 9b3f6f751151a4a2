import { beforeEach } from '@jest/globals';
import { IDBFactory } from 'fake-indexeddb';
import { closeDatabase } from '../src/outbox/outbox.idb.ts';
import { forgetView } from '../src/outbox/outbox.zustand.ts';
import 'fake-indexeddb/auto';

/** Each test of the file begins on a device that has kept nothing. */
export function withFreshDevice(): void {
  beforeEach(async () => {
    await closeDatabase();
    globalThis.indexedDB = new IDBFactory();
    forgetView();
  });
}

/** As a reload does: what was in memory is gone, what was kept is there. */
export async function reload(): Promise<void> {
  await closeDatabase();
  forgetView();
}
