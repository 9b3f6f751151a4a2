import { randomBytes, randomUUID } from 'node:crypto';
import { tokenHash } from './in-process.ts';
import type { Learner } from './population.ts';
import { bytesIn, idsIn, type Statement, withOthers } from './statements.ts';

/**
 * Statements of one piece of work, to be done again for other learners by plain pg. Recorded for two learners: the ids
 * that stand in both recordings are the library's and the organisation's and stay; the others are made anew each time.
 */
export class SameWork {
  private readonly own: Set<string>;
  /** Hashes and tokens made for one recording alone, as of a new session: hexadecimal. */
  private readonly ownBytes: Set<string>;

  constructor(
    private readonly statements: readonly Statement[],
    private readonly by: Learner,
    recordedForAnother: readonly Statement[],
  ) {
    const shared = idsIn(recordedForAnother);
    const sharedBytes = bytesIn(recordedForAnother);
    this.ownBytes = new Set([...bytesIn(statements)].filter((hex) => !sharedBytes.has(hex)));
    this.own = new Set([...idsIn(statements)].filter((id) => !shared.has(id)));
  }

  get length(): number {
    return this.statements.length;
  }

  for(learner: Learner): Statement[] {
    const ids = new Map([...this.own].map((id) => [id, id === this.by.personId ? learner.personId : randomUUID()]));
    const bytes = new Map<string, Buffer>([...this.ownBytes].map((hex) => [hex, randomBytes(hex.length / 2)]));
    bytes.set(tokenHash(this.by).toString('hex'), tokenHash(learner));
    return withOthers(this.statements, ids, bytes);
  }
}
