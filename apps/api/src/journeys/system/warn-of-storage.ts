import { Injectable } from '@nestjs/common';
import { dropsStorage } from '../../domains/identity/rules/drops-storage.ts';
import { StorageWarningStore } from '../../domains/learning/storage-warning.store.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import { MailPost } from '../../platform/mail/mail-post.ts';
import type { Worker } from '../../platform/queue/job.ts';
import { leftOpenings } from '../../views/left-opening.view.ts';
import {
  daysAgo,
  FORGOTTEN_AFTER,
  STORAGE_WARNING_MAIL,
  type StorageWarningOrder,
  WARNED_AFTER,
} from './storage-warning.ts';

/** Once a day: tells people whose browser forgets after 7 days, on the fifth, while there is time to send what waits. */
@Injectable()
export class WarnOfStorage implements Worker {
  readonly queue = 'warn-of-storage';
  readonly every = '43 7 * * *';

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly warnings: StorageWarningStore,
    private readonly post: MailPost,
  ) {}

  /** One mail a person, however many modules; run again, it finds nothing new. */
  async run(): Promise<void> {
    if (!this.post.canSend) return;
    const now = this.clock.now();
    await this.db.transaction(SYSTEM, async (tx) => {
      const window = { after: daysAgo(now, FORGOTTEN_AFTER), until: daysAgo(now, WARNED_AFTER), now, personId: null };
      const left = await leftOpenings(tx, window);
      const threatened = left.filter(({ userAgent }) => dropsStorage(userAgent));
      if (threatened.length === 0) return;
      const added = await this.warnings.add(tx, threatened, now);
      for (const [personId, openings] of Map.groupBy(added, (one) => one.personId)) {
        const openingIds = openings.map(({ openingId }) => openingId).toSorted();
        const data: StorageWarningOrder = { personId, openingIds };
        await this.post.order(tx, { kind: STORAGE_WARNING_MAIL, key: openingIds.join(), data });
      }
    });
  }
}
