import type { Key, Response } from '@rounds/contracts/item';
import type { ReadTx } from '../platform/db.ts';

/** An answer to a question of a submitted try, as it is marked now. */
export type QuizAnswer = { response: Response; fraction: number; at: Date };
/** An answer to a knowledge check, with the key it was explained by. */
export type CheckAnswer = { response: Response; key: Key; at: Date };

/** All that a person answered in quizzes, in whichever organisation. Questions left open are left out. */
export function quizAnswers(tx: ReadTx, personId: string): Promise<QuizAnswer[]> {
  return tx.rows<QuizAnswer>(QUIZ, [personId]);
}

/** All that a person answered in knowledge checks. Each version's document is opened once. */
export function checkAnswers(tx: ReadTx, personId: string): Promise<CheckAnswer[]> {
  return tx.rows<CheckAnswer>(CHECKS, [personId]);
}

const QUIZ = `
  SELECT response, (item_mark->>'fraction')::float8 AS fraction, a.occurred_at AS at
  FROM attempt a
  JOIN LATERAL (
    SELECT item_marks FROM mark WHERE mark.person_id = a.person_id AND mark.attempt_id = a.id
    ORDER BY sequence DESC LIMIT 1) m ON true
  CROSS JOIN LATERAL jsonb_array_elements(a.responses) AS response
  JOIN LATERAL jsonb_array_elements(m.item_marks) AS item_mark ON item_mark->>'itemId' = response->>'itemId'
  WHERE a.person_id = $1
    AND jsonb_array_length(response->'optionIds') + jsonb_array_length(coalesce(response->'pairs', '[]')) > 0`;

const CHECKS = `
  WITH answered AS (
    SELECT version_id, payload->>'cardId' AS card_id, payload->'response' AS response, occurred_at
    FROM learner_event WHERE person_id = $1 AND kind = 'check-answered'),
  keys AS MATERIALIZED (
    SELECT v.id AS version_id, card->>'cardId' AS card_id, card->'item'->'key' AS key
    FROM module_version v
    CROSS JOIN LATERAL jsonb_array_elements(convert_from(v.learner_document, 'UTF8')::jsonb->'cards') AS card
    WHERE v.id IN (SELECT version_id FROM answered) AND card->>'kind' = 'check')
  SELECT a.response, k.key, a.occurred_at AS at FROM answered a JOIN keys k USING (version_id, card_id)`;
