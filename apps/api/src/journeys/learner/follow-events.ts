import { Injectable } from '@nestjs/common';
import type { LearnerEventOf } from '@rounds/contracts/event';
import { civilDate } from '@rounds/rules/civil-date';
import { ProblemReportStore } from '../../domains/content/problem-report.store.ts';
import { ReflectionStore } from '../../domains/cpd/reflection.store.ts';
import type { AcceptedEvent, Sender } from '../../domains/learning/learner-event.store.ts';
import { ModuleStartStore } from '../../domains/learning/module-start.store.ts';
import type { Tx } from '../../platform/db.ts';
import { standingsAt } from '../../views/standing.view.ts';
import type { VersionOutline } from '../../views/version-outline.view.ts';

type Batch = { accepted: readonly AcceptedEvent[]; versions: ReadonlyMap<string, VersionOutline>; receivedAt: Date };
type Happened = Pick<AcceptedEvent, 'event' | 'occurredAt'>;
type Kind = 'module-opened' | 'reflection-saved' | 'problem-reported';

/** What some kinds of events make, in the transaction that keeps them. One statement a kind, however many events. */
@Injectable()
export class FollowEvents {
  constructor(
    private readonly starts: ModuleStartStore,
    private readonly reflections: ReflectionStore,
    private readonly reports: ProblemReportStore,
  ) {}

  async run(tx: Tx, sender: Sender, batch: Batch): Promise<void> {
    await this.startModules(tx, sender, batch);
    const { accepted, receivedAt } = batch;
    const written = ofKind(accepted, 'reflection-saved').map(({ event, occurredAt }) => {
      const { id: eventId, completionId, learnt, means, willDo } = event;
      return { eventId, completionId, learnt, means, willDo, writtenAt: occurredAt };
    });
    await this.reflections.add(tx, sender.personId, written, receivedAt);
    const reported = ofKind(accepted, 'problem-reported').map(({ event, occurredAt }) => {
      const { id: eventId, versionId, place, text } = event;
      return { ...sender, eventId, versionId, place, text, reportedAt: occurredAt };
    });
    await this.reports.add(tx, reported);
  }

  /** With unit and staff group as at the time. A version that was retired by then starts nothing. */
  private async startModules(tx: Tx, sender: Sender, { accepted, versions }: Batch): Promise<void> {
    const opened = ofKind(accepted, 'module-opened').flatMap(({ event, occurredAt }) => {
      const version = versions.get(event.versionId);
      const taught = version !== undefined && (version.retiredAt === null || occurredAt < version.retiredAt);
      return taught
        ? [
            {
              at: occurredAt,
              day: civilDate(occurredAt, event.zone),
              versionId: version.versionId,
              moduleId: version.moduleId,
            },
          ]
        : [];
    });
    const { personId, organisationId, unitId: fallbackUnitId } = sender;
    const standings = await standingsAt(tx, { personId, organisationId, fallbackUnitId, moments: opened });
    const starts = opened.flatMap(({ at, versionId, moduleId }, i) => {
      const standing = standings[i];
      return standing === undefined ? [] : [{ ...standing, moduleId, versionId, startedAt: at }];
    });
    await this.starts.add(tx, sender, starts);
  }
}

function ofKind<K extends Kind>(
  accepted: readonly Happened[],
  kind: K,
): { event: LearnerEventOf<K>; occurredAt: Date }[] {
  return accepted.filter((one): one is { event: LearnerEventOf<K>; occurredAt: Date } => one.event.kind === kind);
}
