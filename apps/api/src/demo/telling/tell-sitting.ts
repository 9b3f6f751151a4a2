import type { Actor } from '@rounds/contracts/actor';
import { RecordEvents } from '../../journeys/learner/record-events.ts';
import { SubmitAttempt } from '../../journeys/learner/submit-attempt.ts';
import { Dice } from '../story/dice.ts';
import type { Sitting } from '../story/step.ts';
import { answerQuiz } from './answer-quiz.ts';
import { eventId } from './derived-id.ts';
import type { Taught } from './library.ts';
import { type DeviceEvent, envelope, eventOf, planVisits } from './plan-visits.ts';
import type { Stage } from './stage.ts';

type Quiz = { device: string; from: Date; dice: Dice };

/** A person reads a module, sits its quiz and perhaps reflects. Told again, it changes nothing. */
export class TellSitting {
  constructor(private readonly stage: Stage) {}

  async run(actor: Actor, sitting: Sitting, taught: Taught): Promise<void> {
    const dice = new Dice(sitting.organisation, sitting.who, String(sitting.module), sitting.at.toISOString());
    const visits = planVisits(sitting, taught, dice);
    for (const { ends, events } of visits) await this.send(actor, events, ends);
    const last = visits.at(-1);
    if (last === undefined || sitting.tries.length === 0) return;
    const result = await this.sitQuiz(actor, sitting, taught, { device: last.device, from: last.ends, dice });
    if (sitting.reflection === null || result.completionId === null) return;
    const at = later(result.at, dice.between(90, 400));
    const deed = { kind: 'reflection-saved', completionId: result.completionId, ...sitting.reflection } as const;
    await this.send(actor, [eventOf(sitting.who, last.device, at, deed)], later(at, 2));
  }

  /** A report, or whatever else a device sends. Throws when the product does not take it. */
  async send(actor: Actor, events: readonly DeviceEvent[], at: Date): Promise<void> {
    this.stage.clock.moveTo(at);
    const { answers } = await this.stage.get(RecordEvents).run(actor, events);
    const refused = answers.find(({ outcome }) => outcome === 'set-aside');
    if (refused !== undefined) throw new Error(`The story tells an event that was set aside: ${refused.reason}`);
  }

  /** One try after the other, with some reading between them. */
  private async sitQuiz(actor: Actor, { who, tries, triesBefore }: Sitting, { marking }: Taught, quiz: Quiz) {
    const { personId } = actor;
    let [at, completionId]: [Date, string | null] = [quiz.from, null];
    for (const [index, passes] of tries.entries()) {
      at = later(at, (index === 0 ? 20 : quiz.dice.between(240, 900)) + marking.size * quiz.dice.between(22, 45));
      this.stage.clock.moveTo(later(at, 1));
      const tryNumber = triesBefore + index + 1;
      const responses = answerQuiz({ personId, marking, tryNumber, passes });
      const attemptId = eventId(at, who, quiz.device, marking.versionId, String(tryNumber));
      const attempt = {
        attemptId,
        versionId: marking.versionId,
        tryNumber,
        responses,
        ...envelope(who, quiz.device, at),
      };
      completionId = (await this.stage.get(SubmitAttempt).run(actor, attempt)).completionId;
    }
    return { at, completionId };
  }
}

function later(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}
