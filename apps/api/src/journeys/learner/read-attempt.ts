import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { AttemptResult } from '@rounds/contracts/attempt';
import { AttemptStore } from '../../domains/assessment/attempt.store.ts';
import { VersionStore } from '../../domains/content/version.store.ts';
import { Db } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';
import { attemptResult } from './attempt-result.ts';

@Injectable()
export class ReadAttempt {
  constructor(
    private readonly db: Db,
    private readonly attempts: AttemptStore,
    private readonly versions: VersionStore,
  ) {}

  /** One of the actor's own tries, as it is marked now. */
  run(actor: Actor, attemptId: string): Promise<AttemptResult> {
    return this.db.read(actor, async (tx) => {
      const attempt = await this.attempts.find(tx, actor.personId, attemptId);
      const version = attempt && (await this.versions.forMarking(tx, attempt.versionId, actor.organisationId));
      if (!attempt || !version) throw new Refusal('not-found', 'There is no such try');
      return attemptResult(version, attempt);
    });
  }
}
