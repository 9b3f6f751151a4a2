import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { Db, SYSTEM } from '../db.ts';
import { Refusal } from '../problems.ts';

export type KeptMail = { mailId: string; recipient: string; subject: string; text: string; sentAt: Date };

const SHOWN = 50;

/** What demo mode would have sent. */
@Injectable()
export class DemoMailbox {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The latest first. Outside demo mode there is no such place. */
  latest(): Promise<KeptMail[]> {
    if (!this.config.demo) throw new Refusal('not-found', 'There is nothing at this address');
    return this.db.read(SYSTEM, (tx) =>
      tx.rows(
        `SELECT id AS "mailId", recipient, subject, text, sent_at AS "sentAt" FROM demo_mail ORDER BY sent_at DESC, id LIMIT ${SHOWN}`,
      ),
    );
  }
}
