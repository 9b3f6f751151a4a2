import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MAIL_QUEUE, MailPost } from '../../platform/mail/mail-post.ts';
import { JobQueue } from '../../platform/queue/job-queue.ts';
import { SweepSignIn } from './sweep-sign-in.ts';
import { WarnOfStorage } from './warn-of-storage.ts';
import { WriteAddressChanged } from './write-address-changed.ts';
import { WriteInvitation } from './write-invitation.ts';
import { WritePasswordChanged } from './write-password-changed.ts';
import { WritePasswordReset } from './write-password-reset.ts';
import { WriteStorageWarning } from './write-storage-warning.ts';

/** Tells the queue who does its jobs, and the post who writes its mails. */
@Injectable()
export class Workers implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly post: MailPost,
    private readonly sweep: SweepSignIn,
    private readonly warn: WarnOfStorage,
    private readonly invitation: WriteInvitation,
    private readonly addressChanged: WriteAddressChanged,
    private readonly passwordChanged: WritePasswordChanged,
    private readonly passwordReset: WritePasswordReset,
    private readonly storageWarning: WriteStorageWarning,
  ) {}

  onModuleInit(): void {
    for (const kind of [
      this.invitation,
      this.addressChanged,
      this.passwordChanged,
      this.passwordReset,
      this.storageWarning,
    ])
      this.post.register(kind);
    this.queue.register({ queue: MAIL_QUEUE, run: (data, jobId) => this.post.send(data, jobId) });
    this.queue.register(this.sweep);
    this.queue.register(this.warn);
  }
}
