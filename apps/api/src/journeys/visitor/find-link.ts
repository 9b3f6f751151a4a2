import { Injectable } from '@nestjs/common';
import { type Link, LinkStore } from '../../domains/identity/link.store.ts';
import type { LinkPurpose } from '../../domains/identity/rules/link-purpose.ts';
import type { Counted } from '../../domains/identity/rules/throttle.ts';
import { ThrottleStore } from '../../domains/identity/throttle.store.ts';
import { sourceOf } from '../../platform/auth/source-address.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Refusal } from '../../platform/problems.ts';
import { tooManyTries } from '../../platform/too-many-tries.ts';

/** Looks a one-use link up without using it; guesses from one address are slowed down. */
@Injectable()
export class FindLink {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly links: LinkStore,
    private readonly throttle: ThrottleStore,
  ) {}

  async run(token: string, purposes: readonly LinkPurpose[], { address }: Caller): Promise<Link> {
    const counted: Counted = { pace: 'link', of: sourceOf(address) };
    const now = this.clock.now();
    const wait = await this.throttle.admit([counted], now);
    if (wait > 0) throw tooManyTries(wait);
    const link = await this.db.read(SYSTEM, (tx) => this.links.findOpen(tx, token, now));
    if (link === null || !purposes.includes(link.purpose)) throw linkNotValid();
    await this.throttle.forgive(counted);
    return link;
  }
}

export function linkNotValid(): Refusal {
  return new Refusal('link-not-valid', 'This link or code no longer works', {
    detail: 'It was used, withdrawn, or too old, or it was not typed as it is written. Ask for a new one.',
  });
}
