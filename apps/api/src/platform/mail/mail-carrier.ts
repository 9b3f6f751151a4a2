import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { Db, SYSTEM } from '../db.ts';
import type { Mail } from './mail.ts';

/** Milliseconds a mail server gets for each step. */
const PATIENCE = 10_000;

/** Brings a mail to its way: by SMTP, or in demo mode into the demo mailbox and nowhere else. */
@Injectable()
export class MailCarrier {
  private readonly smtp: Transporter | null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Db,
    private readonly clock: Clock,
  ) {
    const timeouts = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE };
    this.smtp = config.demo || config.smtpUrl === null ? null : createTransport({ url: config.smtpUrl, ...timeouts });
  }

  /** Links by mail need a way to send and an address to point to. */
  get canCarry(): boolean {
    return this.config.demo || (this.smtp !== null && this.config.publicUrl !== null);
  }

  /** Throws when the server does not take it. A second try carries the same Message-ID, so that readers can fold the two. */
  async carry(mail: Mail, mailId: string): Promise<void> {
    if (this.config.demo) {
      await this.db.transaction(SYSTEM, (tx) =>
        tx.rows(
          'INSERT INTO demo_mail (id, recipient, subject, text, sent_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING',
          [mailId, mail.to, mail.subject, mail.text, this.clock.now()],
        ),
      );
      return;
    }
    await this.smtp?.sendMail({
      from: this.config.mailFrom,
      // As an object, so that nothing in the address is read as a second recipient.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mailId}@rounds>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }
}
