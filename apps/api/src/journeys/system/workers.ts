import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MAIL_QUEUE, MailPost } from '../../platform/mail/mail-post.ts';
import { JobQueue } from '../../platform/queue/job-queue.ts';
import { SweepSignIn } from './sweep-sign-in.ts';
import { WriteAddressChanged } from './write-address-changed.ts';
import { WriteInvitation } from './write-invitation.ts';
import { WritePasswordChanged } from './write-password-changed.ts';
import { WritePasswordReset } from './write-password-reset.ts';

/** Tells the queue who does its jobs, and the post who writes its mails. */
@Injectable()
export class Workers implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly post: MailPost,
    private readonly sweep: SweepSignIn,
    private readonly invitation: WriteInvitation,
    private readonly addressChanged: WriteAddressChanged,
    private readonly passwordChanged: WritePasswordChanged,
    private readonly passwordReset: WritePasswordReset,
  ) {}

  onModuleInit(): void {
    for (const kind of [this.invitation, this.addressChanged, this.passwordChanged, this.passwordReset])
      this.post.register(kind);
    this.queue.register({ queue: MAIL_QUEUE, run: (data, jobId) => this.post.send(data, jobId) });
    this.queue.register(this.sweep);
  }
}
