import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CreditOutcome } from '@rounds/contracts/attempt';
import type { TimedBy } from '@rounds/contracts/event';
import type { Response } from '@rounds/contracts/item';
import type { ReadTx, Tx } from '../../platform/db.ts';
import type { ItemMark, QuizMark } from './rules/mark-quiz.ts';

export type NewAttempt = {
  personId: string;
  attemptId: string;
  organisationId: string;
  versionId: string;
  tryNumber: number;
  responses: readonly Response[];
  deviceId: string;
  occurredAt: Date;
  timedBy: TimedBy;
  zone: string;
  receivedAt: Date;
};

/** What one marking decided. `passMark`: in marks. */
export type Marking = QuizMark & { passMark: number; credit: CreditOutcome; completionId: string | null };

/** An attempt with its latest mark; `sequence` is 1 unless it was marked again. */
export type MarkedAttempt = {
  attemptId: string;
  versionId: string;
  tryNumber: number;
  responses: Response[];
  timedBy: TimedBy;
  mark: Omit<Marking, 'items'> & { sequence: number; items: ItemMark[] };
};

/** An attempt that may be marked again, with where and when it was made. */
export type AttemptToReMark = MarkedAttempt & Pick<NewAttempt, 'personId' | 'occurredAt' | 'zone' | 'receivedAt'>;
export type NewMark = Marking & { personId: string; attemptId: string; sequence: number };

export type Edition = { itemVersionId: string; itemId: string };

/** A try with its answers and marks is a few kilobytes. */
export const TRIES_AT_ONCE = 500;

@Injectable()
export class AttemptStore {
  /** Adds an attempt with its first mark, in one statement. */
  async add(tx: Tx, attempt: NewAttempt, mark: Marking): Promise<void> {
    const a = attempt;
    await tx.rows(ADD, [
      a.personId,
      a.attemptId,
      a.organisationId,
      a.versionId,
      a.tryNumber,
      JSON.stringify(a.responses),
      contentHash(a),
      a.deviceId,
      a.occurredAt,
      a.zone,
      a.receivedAt,
      mark.raw,
      mark.max,
      mark.passMark,
      mark.passed,
      mark.safetyItemMissed,
      JSON.stringify(mark.items),
      mark.credit,
      mark.completionId,
      a.timedBy,
    ]);
  }

  /** Null for an attempt that does not exist or is another person's. */
  find(tx: ReadTx, personId: string, attemptId: string): Promise<MarkedAttempt | null> {
    return tx.row<MarkedAttempt>(FIND, [personId, attemptId]);
  }

  async countThatDrew(tx: ReadTx, organisationId: string, edition: Edition): Promise<number> {
    const row = await tx.row<{ count: number }>(COUNT_THAT_DREW, thatDrew(organisationId, edition));
    return row?.count ?? 0;
  }

  /** Those of these attempts that are kept already. */
  async keptOf(tx: ReadTx, personId: string, attemptIds: readonly string[]): Promise<Set<string>> {
    if (attemptIds.length === 0) return new Set();
    const rows = await tx.rows<{ id: string }>('SELECT id FROM attempt WHERE person_id = $1 AND id = ANY($2::uuid[])', [
      personId,
      attemptIds,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** All tries of an organisation that drew an edition of an item, with their latest marks, in the order they came. */
  thatDrew(tx: ReadTx, organisationId: string, edition: Edition): AsyncGenerator<AttemptToReMark[]> {
    return tx.batches<AttemptToReMark>(THAT_DREW, thatDrew(organisationId, edition), TRIES_AT_ONCE);
  }

  /** Adds marks made again, beside the earlier ones. */
  async reMark(
    tx: Tx,
    organisationId: string,
    marks: readonly NewMark[],
    { correctionId, at }: { correctionId: string; at: Date },
  ): Promise<void> {
    if (marks.length === 0) return;
    await tx.rows(RE_MARK, [organisationId, correctionId, at, JSON.stringify(marks)]);
  }
}

/** Tells other content under a known id apart. The order in which items were answered is no content. */
export function contentHash({
  versionId,
  tryNumber,
  responses,
}: Pick<NewAttempt, 'versionId' | 'tryNumber' | 'responses'>): Buffer {
  const content = responses
    .map(({ itemId, optionIds, pairs, certainty }) =>
      JSON.stringify([itemId, optionIds, pairs.map(({ promptId, optionId }) => [promptId, optionId]), certainty]),
    )
    .toSorted();
  return createHash('sha256')
    .update(JSON.stringify([versionId, tryNumber, content]))
    .digest();
}

const ADD = `
  WITH added AS (
    INSERT INTO attempt (person_id, id, organisation_id, version_id, try_number, responses, content_hash, device_id, occurred_at, timed_by, zone, received_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $20, $10, $11))
  INSERT INTO mark (person_id, attempt_id, sequence, organisation_id, raw, max, pass_mark, passed, safety_item_missed, item_marks, credit,
    completion_id, marked_at)
  VALUES ($1, $2, 1, $3, $12, $13, $14, $15, $16, $17, $18, $19, $11)`;

const MARKED = `
  a.id AS "attemptId", a.version_id AS "versionId", a.try_number AS "tryNumber", a.responses, a.timed_by AS "timedBy",
    jsonb_build_object('sequence', m.sequence, 'raw', m.raw, 'max', m.max, 'passMark', m.pass_mark, 'passed', m.passed,
      'safetyItemMissed', m.safety_item_missed, 'items', m.item_marks, 'credit', m.credit, 'completionId', m.completion_id) AS mark`;

const FIND = `
  SELECT ${MARKED}
  FROM attempt a
  JOIN mark m ON m.person_id = a.person_id AND m.attempt_id = a.id
  WHERE a.person_id = $1 AND a.id = $2
  ORDER BY m.sequence DESC LIMIT 1`;

function thatDrew(organisationId: string, { itemVersionId, itemId }: Edition): string[] {
  return [organisationId, itemVersionId, JSON.stringify([{ itemId }])];
}

const DREW = `
  FROM module_version_item vi
  JOIN attempt a ON a.version_id = vi.version_id AND a.organisation_id = $1
  JOIN LATERAL (
    SELECT * FROM mark WHERE mark.person_id = a.person_id AND mark.attempt_id = a.id ORDER BY sequence DESC LIMIT 1) m ON true
  WHERE vi.item_version_id = $2 AND m.item_marks @> $3::jsonb`;

const COUNT_THAT_DREW = `SELECT count(*)::int AS count ${DREW}`;

const THAT_DREW = `
  SELECT a.person_id AS "personId", a.occurred_at AS "occurredAt", a.zone, a.received_at AS "receivedAt", ${MARKED} ${DREW}
  ORDER BY a.received_at, a.id, a.person_id`;

const RE_MARK = `
  INSERT INTO mark (person_id, attempt_id, sequence, organisation_id, raw, max, pass_mark, passed, safety_item_missed, item_marks, credit,
    completion_id, correction_id, marked_at)
  SELECT "personId", "attemptId", sequence, $1, raw, max, "passMark", passed, "safetyItemMissed", items, credit, "completionId", $2, $3
  FROM jsonb_to_recordset($4::jsonb) AS made("personId" uuid, "attemptId" uuid, sequence int, raw float8, max float8, "passMark" float8,
    passed boolean, "safetyItemMissed" boolean, items jsonb, credit jsonb, "completionId" uuid)`;
