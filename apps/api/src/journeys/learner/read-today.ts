import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { ModuleSummary } from '@rounds/contracts/catalogue';
import type { Today } from '@rounds/contracts/today';
import { deriveProgress } from '@rounds/rules/derive-progress';
import { minutesLeft } from '@rounds/rules/minutes-left';
import { recommendModule } from '@rounds/rules/recommend-module';
import { resumePoint } from '@rounds/rules/resume-point';
import { Clock } from '../../platform/clock.ts';
import { Db, type ReadTx } from '../../platform/db.ts';
import { modulesInPathOrder } from '../../views/module-summary.view.ts';
import { type TodayFacts, todayFacts, versionInHand } from '../../views/today.view.ts';
import { eventsOf } from '../../views/version-history.view.ts';
import { versionOutlines } from '../../views/version-outline.view.ts';

@Injectable()
export class ReadToday {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  run({ personId, organisationId }: Actor): Promise<Today> {
    const reader = { personId, organisationId, now: this.clock.now() };
    return this.db.read(reader, async (tx) => {
      const { creditMinutes, askedAgain, ...facts } = await todayFacts(tx, reader);
      const inHand = await this.continue(tx, reader);
      const recommended = recommend(await modulesInPathOrder(tx, reader), askedAgain, inHand?.moduleId ?? null);
      return { ...facts, continue: inHand, recommended, year: { year: Number(facts.date.slice(0, 4)), creditMinutes } };
    });
  }

  /** Where the learner was last, on any device, and what is left there. */
  private async continue(
    tx: ReadTx,
    { personId, organisationId }: Pick<Actor, 'personId' | 'organisationId'>,
  ): Promise<Today['continue']> {
    const versionId = await versionInHand(tx, personId);
    if (versionId === null) return null;
    const outline = (await versionOutlines(tx, organisationId, [versionId])).get(versionId);
    if (outline === undefined) return null;
    const { moduleId, title, minutes, cardIds, quizSize } = outline;
    const { viewedCardIds } = deriveProgress(await eventsOf(tx, personId, [versionId]), cardIds);
    const { cardNumber, quiz: atQuiz } = resumePoint(viewedCardIds, cardIds);
    const cardCount = cardIds.length;
    const left = minutesLeft({ minutes, cardCount, quizSize, cardsLeft: cardCount - viewedCardIds.length });
    return { moduleId, versionId, title, cardNumber, cardCount, minutesLeft: left, quizSize, atQuiz };
  }
}

function recommend(
  modules: readonly ModuleSummary[],
  askedAgain: TodayFacts['askedAgain'],
  continuedId: string | null,
): Today['recommended'] {
  const asked = new Map(askedAgain.map((one) => [one.moduleId, one]));
  const candidates = modules.map((summary) => ({
    ...summary,
    completed: summary.state === 'completed',
    askedAgain: asked.get(summary.moduleId) ?? null,
  }));
  return recommendModule(candidates, continuedId);
}
