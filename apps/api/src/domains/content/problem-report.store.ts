import { Injectable } from '@nestjs/common';
import type { LearnerEventOf } from '@rounds/contracts/event';
import type { Tx } from '../../platform/db.ts';
import { v5 } from '../../platform/uuid.ts';

export type ProblemReport = {
  /** Of the learner event: sent again, it changes nothing. Unique for the person. */
  eventId: string;
  personId: string;
  organisationId: string;
  /** The sender's unit as at the time. */
  unitId: string;
  versionId: string;
  place: LearnerEventOf<'problem-reported'>['place'];
  text: string;
  reportedAt: Date;
};

@Injectable()
export class ProblemReportStore {
  async add(tx: Tx, report: ProblemReport): Promise<void> {
    const { eventId, personId, organisationId, unitId, versionId, place, text, reportedAt } = report;
    await tx.rows(
      `INSERT INTO problem_report (id, person_id, organisation_id, unit_id, version_id, place, text, reported_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
      [v5(personId, eventId), personId, organisationId, unitId, versionId, place, text, reportedAt],
    );
  }
}
