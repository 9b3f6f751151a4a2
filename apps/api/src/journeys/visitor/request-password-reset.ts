import { Injectable } from '@nestjs/common';
import { PASSWORD_RESET_MAIL, type PasswordResetOrder } from '../../domains/identity/account-mail.ts';
import type { Counted } from '../../domains/identity/rules/throttle.ts';
import { ThrottleStore } from '../../domains/identity/throttle.store.ts';
import { sourceOf } from '../../platform/auth/source-address.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { MailPost } from '../../platform/mail/mail-post.ts';
import { Refusal } from '../../platform/problems.ts';
import { v7 } from '../../platform/uuid.ts';
import { tooManyTries } from '../../platform/too-many-tries.ts';

/** Orders the mail and looks nobody up: whether there is an account is found out by the job that writes it. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly throttle: ThrottleStore,
    private readonly post: MailPost,
  ) {}

  /** Without mail no link can be sent; only an administrator's printed one helps. */
  get possible(): boolean {
    return this.post.canSend;
  }

  async run(typed: string, { address }: Caller): Promise<void> {
    if (!this.possible) {
      throw new Refusal('not-ready', 'Rounds cannot send e-mail here', {
        detail: 'Ask your administrator for a printed joining code. It lets you set a new password.',
      });
    }
    const now = this.clock.now();
    // Counted and looked up in one form, as at the sign-in.
    const email = typed.toLowerCase();
    const order: PasswordResetOrder = { email };
    const counted: Counted[] = [
      { pace: 'mail', of: email },
      { pace: 'link', of: sourceOf(address) },
    ];
    const wait = await this.throttle.admit(counted, now);
    if (wait > 0) throw tooManyTries(wait);
    await this.db.transaction(SYSTEM, (tx) =>
      this.post.order(tx, { kind: PASSWORD_RESET_MAIL, key: v7(now), data: order }),
    );
  }
}
