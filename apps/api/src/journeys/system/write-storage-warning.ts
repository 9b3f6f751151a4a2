import { Inject, Injectable } from '@nestjs/common';
import { sayDay } from '../../domains/identity/rules/say-instant.ts';
import { dropsStorage } from '../../domains/identity/rules/drops-storage.ts';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/db.ts';
import type { Mail, MailKind } from '../../platform/mail/mail.ts';
import { publicAddress } from '../../platform/public-address.ts';
import { type LeftOpening, leftOpenings } from '../../views/left-opening.view.ts';
import {
  daysAgo,
  daysLater,
  FORGOTTEN_AFTER,
  STORAGE_WARNING_MAIL,
  type StorageWarningOrder,
  WARNED_AFTER,
} from './storage-warning.ts';

/** Says which modules were left, unless they were gone on with, finished or taken back in the meantime. */
@Injectable()
export class WriteStorageWarning implements MailKind {
  readonly kind = STORAGE_WARNING_MAIL;

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async compose(tx: Tx, data: unknown): Promise<Mail | null> {
    const { personId, openingIds } = data as StorageWarningOrder;
    const now = this.clock.now();
    const window = { after: daysAgo(now, FORGOTTEN_AFTER), until: daysAgo(now, WARNED_AFTER), now, personId };
    const left = await leftOpenings(tx, window);
    const still = left.filter(({ openingId, userAgent }) => openingIds.includes(openingId) && dropsStorage(userAgent));
    const [first] = still;
    if (first === undefined) return null;
    return { to: first.email, subject: 'Work may still be waiting on your device', text: this.words(first, still) };
  }

  private words(first: LeftOpening, still: LeftOpening[]): string {
    const modules = still.map(
      ({ moduleTitle, openedAt, timeZone }) => `- ${moduleTitle}, opened on ${sayDay(openedAt, timeZone)}`,
    );
    const until = still.map(({ lastAt }) => lastAt.getTime()).reduce((a, b) => Math.min(a, b));
    const day = sayDay(daysLater(new Date(until), FORGOTTEN_AFTER), first.timeZone);
    return `Hello ${first.givenName},

You have not finished:

${modules.join('\n')}

If you did more without a network, it may still be waiting on your device. Your browser may delete what Rounds keeps there after ${FORGOTTEN_AFTER} days without a visit.

Open Rounds on that device, with a network, before ${day}. What is waiting is then sent by itself:

${publicAddress(this.config)}

If nothing is waiting, you need do nothing. You get this e-mail once.
`;
  }
}
