import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/db.ts';
import { v5 } from '../../platform/uuid.ts';
import { attemptStatement, type StatedAttempt, type Verb } from './rules/attempt-statement.ts';

/** Without a public address statements still need one to rest on; this one never resolves (RFC 6761). */
const NOWHERE = 'https://rounds.invalid';

export type Stated = StatedAttempt & { attemptId: string; organisationId: string };

@Injectable()
export class StatementStore {
  private readonly homePage: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.homePage = config.publicUrl ?? NOWHERE;
  }

  /** Queues one statement a verb in the caller's transaction; a job delivers them afterwards. */
  async enqueue(tx: Tx, verbs: readonly Verb[], attempt: Stated, queuedAt: Date): Promise<void> {
    const statements = verbs.map((verb) =>
      attemptStatement(verb, attempt, { id: idOf(verb, attempt), homePage: this.homePage }),
    );
    await tx.rows(ADD, [attempt.organisationId, queuedAt, JSON.stringify(statements)]);
  }
}

/** An attempt's id is unique for its person only. */
function idOf(verb: Verb, { personId, attemptId }: Stated): string {
  return v5(personId, `${attemptId} ${verb}`);
}

const ADD = `
  INSERT INTO statement_outbox (id, organisation_id, statement, queued_at)
  SELECT (statement->>'id')::uuid, $1, statement, $2 FROM jsonb_array_elements($3::jsonb) AS statement`;
