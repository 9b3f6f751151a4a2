import { Injectable } from '@nestjs/common';
import type { Key } from '@rounds/contracts/item';
import type { ReMarkEffect } from '@rounds/contracts/re-mark';
import { AttemptStore, type AttemptToReMark } from '../../domains/assessment/attempt.store.ts';
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

  async run(
    tx: ReadTx,
    organisationId: string,
    edition: { itemVersionId: string; itemId: string },
    key: Key,
  ): Promise<MarkedAgain[]> {
    const attempts = await this.attempts.thatDrew(tx, organisationId, edition);
    const versions = new Map<string, VersionForMarking | null>();
    for (const versionId of new Set(attempts.map((attempt) => attempt.versionId))) {
      versions.set(versionId, await this.versions.forMarking(tx, versionId, organisationId));
    }
    return attempts.flatMap((attempt) => {
      const version = versions.get(attempt.versionId);
      return version ? [{ attempt, version, mark: markOf(attempt, version, edition.itemId, key) }] : [];
    });
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

export function effectOf(again: readonly MarkedAgain[]): ReMarkEffect {
  const count = (holds: (one: MarkedAgain) => boolean): number => again.filter(holds).length;
  return {
    attempts: again.length,
    changed: count(({ attempt, mark }) => mark.raw !== attempt.mark.raw),
    newPasses: count(isNewPass),
    keptPasses: count(({ attempt, mark }) => attempt.mark.passed && !meetsPassMark(mark, attempt.mark.passMark)),
  };
}

export function isNewPass({ attempt, mark }: MarkedAgain): boolean {
  return mark.passed && !attempt.mark.passed;
}
