import type { ModulePage } from '@rounds/contracts/catalogue';
import type { ReadTx } from '../platform/db.ts';
import {
  type Reader,
  readerValues,
  SUMMARY_COLUMNS,
  SUMMARY_JOINS,
  type SummaryRow,
  summaryOf,
} from './module-summary.view.ts';
import { OPEN_RECERTIFICATIONS } from './recertification.view.ts';

type Shown = Pick<ModulePage, 'outcomes' | 'standards' | 'author' | 'aiUse' | 'contentWarning' | 'references' | 'quiz'>;
type Frozen = Pick<
  ModulePage,
  | 'askedAgain'
  | 'version'
  | 'publishedOn'
  | 'retired'
  | 'reviewBy'
  | 'cardCount'
  | 'lastAttemptId'
  | 'lastAttemptPassed'
>;

type Row = SummaryRow &
  Frozen & {
    about: Shown & { cards: { cardId: string }[] };
    major: number;
    opened: boolean;
    viewedCardIds: string[];
    hasRecords: boolean;
    previous: { round: number; major: number; awardedOn: string | null; askedAgain: boolean } | null;
    today: string;
  };

/** A module page, but for what rules decide: where to go on, and whether a pass would count. */
export type ModuleFacts = Omit<ModulePage, 'credit' | 'resume'> &
  Pick<Row, 'major' | 'opened' | 'viewedCardIds' | 'hasRecords' | 'previous' | 'today'> & { cardIds: string[] };

/** The latest version of a module, retired or not. Null for a module that does not exist for this reader. */
export async function moduleFacts(tx: ReadTx, reader: Reader, moduleId: string): Promise<ModuleFacts | null> {
  const row = await tx.row<Row>(PAGE, [...readerValues(reader), moduleId]);
  if (row === null) return null;
  const { about, major, opened, viewedCardIds, hasRecords, previous, today, ...summary } = row;
  const { cards, ...shown } = about;
  const facts = {
    major,
    opened,
    viewedCardIds,
    hasRecords,
    previous,
    today,
    cardIds: cards.map(({ cardId }) => cardId),
  };
  const { version, publishedOn, retired, reviewBy, cardCount, lastAttemptId, lastAttemptPassed, askedAgain, ...rest } =
    summary;
  return {
    ...summaryOf(rest),
    ...shown,
    version,
    publishedOn,
    retired,
    reviewBy,
    cardCount,
    lastAttemptId,
    lastAttemptPassed,
    askedAgain,
    ...facts,
  };
}

/** Of one person in one module: its latest version's cards seen, the latest try of any version, the latest round in any organisation. */
const PAGE = `
  SELECT ${SUMMARY_COLUMNS}, v.major, v.major || '.' || v.minor AS version, v.about, v.review_by::text AS "reviewBy", v.card_count AS "cardCount",
    (v.published_at AT TIME ZONE here.time_zone)::date::text AS "publishedOn", r.retired_at IS NOT NULL AS retired,
    seen.opened, seen.cards AS "viewedCardIds", tried.id AS "lastAttemptId", tried.passed AS "lastAttemptPassed",
    (seen.opened OR tried.id IS NOT NULL OR done.module_id IS NOT NULL) AS "hasRecords",
    (SELECT jsonb_build_object('round', c.round, 'major', max(c.major), 'askedAgain', coalesce(bool_or(c.id = asked.completion_id), false),
        'awardedOn', max(greatest(k.completed_on, (k.awarded_at AT TIME ZONE here.time_zone)::date)))
      FROM completion c LEFT JOIN cpd_record k ON k.completion_id = c.id
      WHERE c.person_id = $1 AND c.module_id = $4 GROUP BY c.round ORDER BY c.round DESC LIMIT 1) AS previous,
    CASE WHEN asked.completion_id IS NOT NULL THEN
      jsonb_build_object('reason', asked.reason, 'askedOn', (asked.asked_at AT TIME ZONE here.time_zone)::date) END AS "askedAgain",
    ($3::timestamptz AT TIME ZONE here.time_zone)::date::text AS today
  FROM (SELECT * FROM module_version WHERE module_id = $4 ORDER BY major DESC, minor DESC LIMIT 1) v ${SUMMARY_JOINS}
  LEFT JOIN version_retirement r ON r.version_id = v.id AND r.retired_at <= $3
  LEFT JOIN (${OPEN_RECERTIFICATIONS}) asked ON asked.module_id = v.module_id
  CROSS JOIN LATERAL (
    SELECT count(*) > 0 AS opened,
      coalesce(array_agg(DISTINCT e.payload->>'cardId') FILTER (WHERE e.kind = 'card-viewed'), '{}') AS cards
    FROM learner_event e
    WHERE e.person_id = $1 AND e.version_id = v.id AND e.kind IN ('module-opened', 'card-viewed')) seen
  LEFT JOIN LATERAL (
    SELECT a.id, (
      SELECT g.passed FROM mark g WHERE g.person_id = a.person_id AND g.attempt_id = a.id ORDER BY g.sequence DESC LIMIT 1) AS passed
    FROM module_version edition JOIN attempt a ON a.version_id = edition.id
    WHERE edition.module_id = $4 AND a.person_id = $1 ORDER BY a.received_at DESC LIMIT 1) tried ON true`;
