import { Injectable } from '@nestjs/common';
import type { Key } from '@rounds/contracts/item';
import type { ReMarkEffect } from '@rounds/contracts/re-mark';
import { AttemptStore, type AttemptToReMark, type Edition } from '../../domains/assessment/attempt.store.ts';
import { meetsPassMark, type QuizMark } from '../../domains/assessment/rules/mark-quiz.ts';
import { reMark } from '../../domains/assessment/rules/re-mark.ts';
import { type VersionForMarking, VersionStore } from '../../domains/content/version.store.ts';
import type { ReadTx } from '../../platform/db.ts';

/** An attempt with the mark it would have by a mended key. */
export type MarkedAgain = { attempt: AttemptToReMark; version: VersionForMarking; mark: QuizMark };

/** Marks every try of an organisation that drew an item, by another key. Writes nothing. */
@Injectable()
export class MarkAgain {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly versions: VersionStore,
  ) {}

  /** In the order they came, some at a time: there may be more than memory holds. */
  async *run(tx: ReadTx, organisationId: string, edition: Edition, key: Key): AsyncGenerator<MarkedAgain[]> {
    const versions = new Map<string, VersionForMarking | null>();
    for await (const attempts of this.attempts.thatDrew(tx, organisationId, edition)) {
      for (const versionId of new Set(attempts.map((attempt) => attempt.versionId))) {
        if (versions.has(versionId)) continue;
        versions.set(versionId, await this.versions.forMarking(tx, versionId, organisationId));
      }
      yield attempts.flatMap((attempt) => {
        const version = versions.get(attempt.versionId);
        return version ? [{ attempt, version, mark: markOf(attempt, version, edition.itemId, key) }] : [];
      });
    }
  }
}

function markOf(
  { mark: before, responses }: AttemptToReMark,
  { markingDocument }: VersionForMarking,
  mendedItemId: string,
  key: Key,
): QuizMark {
  const { passMark } = before;
  return reMark({ before, responses, passMark, pool: markingDocument.items, mendedItemId, key });
}

/** What marking again comes to. `each`: done with every batch before the next one is read. */
export async function effectOf(
  batches: AsyncIterable<MarkedAgain[]>,
  each: (batch: MarkedAgain[]) => Promise<void> = async () => undefined,
): Promise<ReMarkEffect> {
  const effect: ReMarkEffect = { attempts: 0, changed: 0, newPasses: 0, keptPasses: 0 };
  for await (const batch of batches) {
    const count = (holds: (one: MarkedAgain) => boolean): number => batch.filter(holds).length;
    effect.attempts += batch.length;
    effect.changed += count(({ attempt, mark }) => mark.raw !== attempt.mark.raw);
    effect.newPasses += count(isNewPass);
    effect.keptPasses += count(
      ({ attempt, mark }) => attempt.mark.passed && !meetsPassMark(mark, attempt.mark.passMark),
    );
    await each(batch);
  }
  return effect;
}

export function isNewPass({ attempt, mark }: MarkedAgain): boolean {
  return mark.passed && !attempt.mark.passed;
}
