import type { Tx } from '../db.ts';

/** One plain-text letter to one person. */
export type Mail = { to: string; subject: string; text: string };

/** What a queued mail keeps: a kind, ids, and an address where it is kept nowhere else. No names, tokens or words. */
export type MailOrder = {
  kind: string;
  /** The same kind and key is the same mail. */
  key: string;
  data: object;
};

/** Knows how to write one kind of mail. */
export type MailKind = {
  kind: string;
  /**
   * Writes the mail from the state at sending, in a transaction of the system's. Null when there is no longer a reason
   * to send it. Runs again at each try.
   */
  compose(tx: Tx, data: unknown): Promise<Mail | null>;
};
