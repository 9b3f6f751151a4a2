import { expect, it } from '@jest/globals';
import { recommendModule } from './recommend-module.ts';

const module = (moduleId: string, completed = false) => ({
  moduleId,
  pathTitle: 'Working safely with AI',
  completed,
  askedAgain: null,
});
const askedAgain = (moduleId: string) => ({
  ...module(moduleId, true),
  askedAgain: { organisation: 'Northgate Health Trust', reason: 'The policy changed.' },
});
const ASKED = 'You are asked to do it again by Northgate Health Trust: The policy changed.';
const REASON = 'the first module you have not finished, in the order of the learning path “Working safely with AI”.';

it.each([
  ['the first of all', [module('a'), module('b')], null, 'a', `It is ${REASON}`],
  ['the first unfinished', [module('a', true), module('b')], null, 'b', `It is ${REASON}`],
  [
    'the one after the module the learner is in',
    [module('a', true), module('b'), module('c')],
    'b',
    'c',
    `After the one you are in, it is ${REASON}`,
  ],
  ['what is asked for again, before what is unfinished', [module('a'), askedAgain('b')], null, 'b', ASKED],
  ['not what the learner is in, though asked for', [askedAgain('a'), module('b')], 'a', 'b', `It is ${REASON}`],
  ['one before the module the learner is in', [module('a'), module('b')], 'b', 'a', `It is ${REASON}`],
])('recommendModule: %s', (_, modules, continued, moduleId, reason) => {
  expect(recommendModule(modules, continued)).toEqual({ module: expect.objectContaining({ moduleId }), reason });
});

it.each([
  ['everything is finished', [module('a', true)], null],
  ['the only one left is the one the learner is in', [module('a')], 'a'],
  ['there is no module', [], null],
])('recommendModule gives nothing when %s', (_, modules, continued) => {
  expect(recommendModule(modules, continued)).toBeNull();
});
