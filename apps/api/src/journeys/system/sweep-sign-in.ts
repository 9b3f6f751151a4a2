import { Injectable } from '@nestjs/common';
import { LinkStore } from '../../domains/identity/link.store.ts';
import { SessionStore } from '../../domains/identity/session.store.ts';
import { ThrottleStore } from '../../domains/identity/throttle.store.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import type { Worker } from '../../platform/queue/job.ts';

const DAY = 86_400_000;
/** Our choice: over sessions and links stay long enough to look into something odd. The audit log keeps what happened. */
const KEEP = 30 * DAY;

/** Forgets what signing in no longer needs. */
@Injectable()
export class SweepSignIn implements Worker {
  readonly queue = 'sweep-sign-in';
  readonly every = '17 * * * *';

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sessions: SessionStore,
    private readonly links: LinkStore,
    private readonly throttle: ThrottleStore,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.db.transaction(SYSTEM, async (tx) => {
      await this.throttle.forget(tx, new Date(now - DAY));
      await this.sessions.forgetOver(tx, new Date(now - KEEP));
      await this.links.forgetOver(tx, new Date(now - KEEP));
    });
  }
}
