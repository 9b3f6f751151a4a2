import { Inject, Injectable } from '@nestjs/common';
import { Db, SYSTEM, type Tx } from '../db.ts';
import { LOG, type Log } from '../log.ts';
import { JobQueue } from '../queue/job-queue.ts';
import type { MailKind, MailOrder } from './mail.ts';
import { MailCarrier } from './mail-carrier.ts';

/** The queue that mail leaves by. */
export const MAIL_QUEUE = 'mail';

/** The only way out for mail: ordered in the transaction that gives the reason, written and sent by a job after it. */
@Injectable()
export class MailPost {
  private readonly kinds = new Map<string, MailKind>();

  constructor(
    private readonly queue: JobQueue,
    private readonly carrier: MailCarrier,
    private readonly db: Db,
    @Inject(LOG) private readonly log: Log,
  ) {}

  register(kind: MailKind): void {
    this.kinds.set(kind.kind, kind);
  }

  /** False in production without SMTP or a public address: then only printed links work, and nothing may be ordered. */
  get canSend(): boolean {
    return this.carrier.canCarry;
  }

  /** Does nothing where mail cannot be sent. */
  async order(tx: Tx, { kind, key, data }: MailOrder): Promise<void> {
    if (!this.kinds.has(kind)) throw new Error(`No kind of mail called ${kind}`);
    if (this.canSend) await this.queue.enqueue(tx, { queue: MAIL_QUEUE, key: `${kind}:${key}`, data: { kind, data } });
  }

  /** A job's work. */
  async send(ordered: unknown, jobId: string): Promise<void> {
    const { kind, data } = ordered as Pick<MailOrder, 'kind' | 'data'>;
    const known = this.kinds.get(kind);
    if (known === undefined) throw new Error('A kind of mail that nobody knows');
    const mail = await this.db.transaction(SYSTEM, (tx) => known.compose(tx, data));
    if (mail !== null) await this.carrier.carry(mail, jobId);
    this.log.info({ kind, jobId, sent: mail !== null }, 'mail');
  }
}
