import { expect, it } from '@jest/globals';
import { attemptStatement, type Verb } from './attempt-statement.ts';

const attempt = {
  personId: '0190d1a6-0000-7000-8000-00000000000a',
  version: {
    moduleId: '0190d1a6-0000-7000-8000-00000000000b',
    title: 'Automation bias',
    language: 'en-GB',
    major: 1,
    minor: 2,
  },
  raw: 4.5,
  max: 6,
  occurredAt: new Date('2026-09-01T09:00:00Z'),
};
const state = (verb: Verb) => attemptStatement(verb, attempt, { id: 'an-id', homePage: 'https://rounds.test' });

it('says who, what and when', () => {
  expect(state('passed')).toMatchObject({
    id: 'an-id',
    timestamp: '2026-09-01T09:00:00.000Z',
    actor: { objectType: 'Agent', account: { homePage: 'https://rounds.test', name: attempt.personId } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
    object: {
      id: `https://rounds.test/modules/${attempt.version.moduleId}`,
      definition: { name: { 'en-GB': 'Automation bias' } },
    },
    context: { revision: '1.2' },
  });
});

it.each<[Verb, object]>([
  ['passed', { score: { scaled: 0.75, raw: 4.5, min: 0, max: 6 }, success: true }],
  ['failed', { score: { scaled: 0.75, raw: 4.5, min: 0, max: 6 }, success: false }],
  ['completed', { completion: true }],
])('%s carries what cmi5 lets it carry', (verb, result) => {
  expect(state(verb).result).toEqual(result);
});
