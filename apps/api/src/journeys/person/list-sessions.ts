import { Injectable } from '@nestjs/common';
import type { SessionSeen } from '@rounds/contracts/session';
import { describeDevice } from '../../domains/identity/rules/describe-device.ts';
import { SessionStore } from '../../domains/identity/session.store.ts';
import type { SignedIn } from '../../platform/auth/sessions.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM } from '../../platform/db.ts';

/** Where a person is signed in. In the system's scope, because a person may not have chosen an organisation yet. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sessions: SessionStore,
  ) {}

  async run({ personId, sessionId: current }: SignedIn): Promise<{ sessions: SessionSeen[] }> {
    const open = await this.db.read(SYSTEM, (tx) => this.sessions.openOf(tx, personId, this.clock.now()));
    const sessions = open.map(({ userAgent, startedAt, lastSeenAt, ...session }) => ({
      ...session,
      current: session.sessionId === current,
      device: describeDevice(userAgent),
      startedAt: startedAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }));
    return { sessions };
  }
}
