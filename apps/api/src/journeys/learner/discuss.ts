import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { confirmDiscussion, Discussion, readDiscussionKit } from '@rounds/contracts/discussion';
import type { BodyOf, ResponseOf } from '@rounds/contracts/endpoint';
import { ThrottleStore } from '../../domains/identity/throttle.store.ts';
import { DiscussionStore } from '../../domains/learning/discussion.store.ts';
import { discussionCode, readDiscussionCode } from '../../domains/learning/rules/discussion-code.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, type Tx } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';
import { tooManyTries } from '../../platform/too-many-tries.ts';
import { discussionKit, discussionOf } from '../../views/discussion.view.ts';

/** A code of 30 letters to the sixth is hardly ever taken twice on a day. */
const DRAWS = 5;

/** Team discussions: somebody opens one, and each who takes part confirms it for themselves. */
@Injectable()
export class Discuss {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly discussions: DiscussionStore,
    private readonly throttle: ThrottleStore,
  ) {}

  async kit({ personId, organisationId }: Actor, pathId: string): Promise<ResponseOf<typeof readDiscussionKit>> {
    const found = await this.db.read({ personId, organisationId }, (tx) => discussionKit(tx, organisationId, pathId));
    if (found === null) throw new Refusal('not-found', 'There is no discussion for this path');
    return found;
  }

  open(actor: Actor, pathId: string): Promise<Discussion> {
    const { personId: openedBy, organisationId } = actor;
    return this.db.transaction(actor, async (tx) => {
      for (let draw = 0; draw < DRAWS; draw += 1) {
        const discussionId = randomUUID();
        const code = discussionCode((below) => randomInt(below));
        const asked = { discussionId, organisationId, pathId, code, openedBy, openedAt: this.clock.now() };
        if (await this.discussions.open(tx, asked)) return this.shown(tx, actor, discussionId);
      }
      throw new Refusal('not-found', 'There is no discussion for this path');
    });
  }

  read(actor: Actor, discussionId: string): Promise<Discussion> {
    return this.db.transaction(actor, (tx) => this.shown(tx, actor, discussionId));
  }

  /** Wrong codes are counted as guesses at a password are. */
  async confirm(actor: Actor, { code, line }: BodyOf<typeof confirmDiscussion>): Promise<Discussion> {
    const { personId, organisationId } = actor;
    const counted = { pace: 'account', of: `discussion:${personId}` } as const;
    const now = this.clock.now();
    const wait = await this.throttle.admit([counted], now);
    if (wait > 0) throw tooManyTries(wait);
    const discussion = await this.db.transaction(actor, async (tx) => {
      const discussionId = await this.discussions.byCode(tx, organisationId, readDiscussionCode(code), now);
      if (discussionId === null) throw noSuchCode();
      // One at a time, so that of two who confirm at once the later one sees the earlier.
      await tx.lock([{ name: `discussion:${discussionId}` }]);
      await this.discussions.confirm(tx, discussionId, personId, line, now);
      return this.shown(tx, actor, discussionId);
    });
    await this.throttle.clear(counted);
    return discussion;
  }

  private async shown(tx: Tx, actor: Actor, discussionId: string): Promise<Discussion> {
    const discussion = await discussionOf(tx, actor, discussionId);
    if (discussion === null) throw new Refusal('not-found', 'There is no such discussion');
    return discussion;
  }
}

function noSuchCode(): Refusal {
  return new Refusal('not-found', 'No discussion has this code today', {
    detail: 'Check the letters with whoever opened it. A code works on its day, in your organisation.',
  });
}
