import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { readCalibration } from '@rounds/contracts/calibration';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import type { Response } from '@rounds/contracts/item';
import { calibrateCertainty, type GivenAnswer } from '@rounds/rules/calibrate-certainty';
import { markItem } from '@rounds/rules/mark-item';
import { Db } from '../../platform/db.ts';
import { checkAnswers, quizAnswers } from '../../views/given-answers.view.ts';

/** Made anew at each reading and for the learner alone: nothing of it is stored, and nothing else reads it. */
@Injectable()
export class ReadCalibration {
  constructor(private readonly db: Db) {}

  run(actor: Actor): Promise<ResponseOf<typeof readCalibration>> {
    return this.db.read(actor, async (tx) => {
      const quizzes = await quizAnswers(tx, actor.personId);
      const checks = await checkAnswers(tx, actor.personId);
      const levels = calibrateCertainty([
        ...quizzes.map(({ response, fraction, at }) => given(response, fraction, at)),
        ...checks.map(({ response, key, at }) => given(response, markItem({ key }, response), at)),
      ]);
      return { levels };
    });
  }
}

function given({ itemId, certainty }: Response, fraction: number, at: Date): GivenAnswer {
  return { itemId, certainty: certainty ?? null, fraction, at: at.getTime() };
}
