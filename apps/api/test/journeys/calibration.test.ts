import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AttemptBody } from '@rounds/contracts/attempt';
import type { CalibrationLevel } from '@rounds/contracts/calibration';
import type { Card } from '@rounds/contracts/learner-document';
import { aTry, submitted } from '../factories/attempts.ts';
import { aPublishedVersion, type APublishedVersion } from '../factories/content.ts';
import { anEvent, sendEvents } from '../factories/events.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation, aSession } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let northgate: AnOrganisation;
let fellside: AnOrganisation;
let learner: AMember;
let first: APublishedVersion;
let second: APublishedVersion;

beforeAll(async () => {
  app = await TestApp.start();
  [northgate, fellside] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)]);
  [first, second] = [await aPublishedVersion(app, { size: 6 }), await aPublishedVersion(app, { size: 6 })];
});
afterAll(() => app.stop());
beforeEach(async () => {
  learner = await aMember(app, northgate);
});

const levels = async (token = learner.token): Promise<CalibrationLevel[]> =>
  (await app.as(token).get('/api/v1/learner/calibration').expect(200)).body.levels;
const sure = (body: AttemptBody, certainty: 1 | 2 | 3): AttemptBody => ({
  ...body,
  responses: body.responses.map((response) => ({ ...response, certainty })),
});
const tryAt = (version: APublishedVersion, wrong: number, certainty: 1 | 2 | 3 = 3) =>
  submitted(app, learner, sure(aTry(learner, version, { wrong }), certainty));
const NOTHING = { answers: 0, right: null };

describe('calibration', () => {
  it('says nothing before ten answers', async () => {
    expect(await levels()).toEqual([3, 2, 1].map((certainty) => ({ certainty, ...NOTHING })));
    await tryAt(first, 2);
    expect((await levels())[0]).toEqual({ certainty: 3, answers: 6, right: null });
  });

  it('counts the answers of quizzes, right and wrong, whether passed or not', async () => {
    await tryAt(first, 2);
    await tryAt(second, 6);
    expect(await levels()).toEqual([
      { certainty: 3, answers: 12, right: 4 },
      { certainty: 2, ...NOTHING },
      { certainty: 1, ...NOTHING },
    ]);
  });

  it('counts knowledge checks by the key they were explained by, the first answer alone', async () => {
    const check = first.learnerDocument.cards.find(
      (card): card is Extract<Card, { kind: 'check' }> => card.kind === 'check',
    )!;
    const answer = (optionId: string, at: string) =>
      anEvent(first, {
        kind: 'check-answered',
        cardId: check.cardId,
        response: { itemId: check.item.itemId, optionIds: [optionId], pairs: [], certainty: 2 },
        at,
      });
    const right = check.item.key.kind === 'single-best-answer' ? check.item.key.optionId : '';
    const wrong = check.item.options.find(({ optionId }) => optionId !== right)!.optionId;
    for (const version of [first, second]) await tryAt(version, 0, 2);
    await sendEvents(app, learner, [answer(wrong, '2026-09-01T08:10:00Z'), answer(right, '2026-09-01T08:20:00Z')]);
    expect((await levels())[1]).toEqual({ certainty: 2, answers: 13, right: 12 });
    await sendEvents(app, learner, [answer(right, '2026-09-01T08:05:00Z')]);
    expect((await levels())[1]).toEqual({ certainty: 2, answers: 13, right: 13 });
  });

  it('leaves out what was answered without a certainty', async () => {
    await submitted(app, learner, aTry(learner, first));
    expect((await levels()).map(({ answers }) => answers)).toEqual([0, 0, 0]);
  });

  it('is the same person’s in every organisation, and nobody else’s', async () => {
    await tryAt(first, 2);
    await tryAt(second, 0);
    await aMember(app, fellside, { personId: learner.personId });
    expect((await levels(await aSession(app, learner.personId, fellside.organisationId)))[0]).toMatchObject({
      right: 10,
    });
    const roles = (['cpd-lead', 'educator', 'administrator'] as const).map((role) => ({ role }));
    for (const other of [await aMember(app, northgate, { roles }), await aMember(app, fellside)])
      expect((await levels(other.token)).map(({ answers }) => answers)).toEqual([0, 0, 0]);
  });
});
