import type { Actor } from '@rounds/contracts/actor';
import { AnswerProblem } from '../../journeys/educator/answer-problem.ts';
import { SignOffVersion } from '../../journeys/educator/sign-off-version.ts';
import { Refusal } from '../../platform/problems.ts';
import type { Answering, Reporting, SigningOff, Step } from '../story/step.ts';
import type { Taught } from './library.ts';
import { eventOf } from './plan-visits.ts';
import type { Stage } from './stage.ts';
import { TellSitting } from './tell-sitting.ts';
import { ELSEWHERE, type Troupe } from './troupe.ts';

/** Plays what happened by the product's own use cases, each step at its time. Told again, a step changes nothing. */
export class TellStep {
  private readonly sittings: TellSitting;

  constructor(
    private readonly stage: Stage,
    private readonly troupe: Troupe,
    private readonly library: readonly Taught[],
  ) {
    this.sittings = new TellSitting(stage);
  }

  /** A step about a module that the library does not have is left out. */
  async run(step: Step): Promise<void> {
    const taught = this.library[step.kind === 'answer' ? step.to.module : step.module];
    if (taught === undefined) return;
    this.stage.clock.moveTo(step.at);
    const actor = await this.troupe.actor(step.organisation, step.who);
    if (step.kind === 'sitting') return this.sittings.run(actor, step, taught);
    if (step.kind === 'report') return this.sittings.send(actor, [reportOf(step, taught)], step.at);
    if (step.kind === 'sign-off') return this.signOff(actor, step, taught);
    return this.answer(actor, step);
  }

  private async signOff(actor: Actor, { comment }: SigningOff, { learner }: Taught): Promise<void> {
    const signing = this.stage
      .get(SignOffVersion)
      .sign(actor, learner.versionId, { haveRead: true, comment }, ELSEWHERE);
    await unlessDone(signing);
  }

  private async answer(actor: Actor, { to, text }: Answering): Promise<void> {
    const answering = this.stage.get(AnswerProblem);
    const { reports } = await answering.list(actor, { state: 'open' });
    const report = reports.find((one) => one.text === to.text);
    if (report !== undefined) await unlessDone(answering.answer(actor, report.reportId, { text }, ELSEWHERE));
  }
}

function reportOf({ who, at, place, text }: Reporting, { learner }: Taught) {
  const { versionId, cards, quiz } = learner;
  const found =
    'card' in place
      ? { kind: 'card' as const, cardId: cards[place.card % cards.length]?.cardId ?? '' }
      : { kind: 'item' as const, itemId: quiz.items[place.item % quiz.items.length]?.itemId ?? '' };
  return eventOf(who, 'ward', at, { kind: 'problem-reported', versionId, place: found, text });
}

/** What was done at an earlier telling stays as it is. */
async function unlessDone(work: Promise<unknown>): Promise<void> {
  await work.catch((fault: unknown) => {
    if (!(fault instanceof Refusal) || fault.code !== 'already-done') throw fault;
  });
}
