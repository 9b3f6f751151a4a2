import { describe, expect, it } from '@jest/globals';
import { checkScenario } from './check-scenario.ts';

/** `ways`: a node and where its choices lead; '' ends the scene. */
const check = (ways: [string, string[]][], start = 'a') => {
  const nodes = ways.map(([id, targets]) => ({
    id,
    text: 'A scene.',
    choices: targets.map((to, i) => ({ id: `c${i}`, text: 'Go.', feedback: 'So.', to: to === '' ? null : to })),
  }));
  const card = { id: 'x', kind: 'scenario', title: 'T', sources: [], body: 'B', start, nodes } as const;
  return checkScenario({ ...card, sources: [], nodes }).map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('checkScenario', () => {
  it.each([
    [
      'one way',
      [
        ['a', ['b']],
        ['b', []],
      ],
    ],
    [
      'ways that meet',
      [
        ['a', ['b', 'c']],
        ['b', ['c']],
        ['c', []],
      ],
    ],
    ['a choice that ends the scene', [['a', ['']]]],
    [
      'a way back with a way out',
      [
        ['a', ['b']],
        ['b', ['a', '']],
      ],
    ],
  ] as [string, [string, string[]][]][])('accepts %s', (_, ways) => {
    expect(check(ways)).toEqual([]);
  });

  it.each([
    ['an unknown target', [['a', ['z']]], 'nodes.0.choices.0.to There is no node z'],
    [
      'a node twice',
      [
        ['a', ['']],
        ['a', ['']],
      ],
      'nodes.1.id The node a is there twice',
    ],
    [
      'a node that nothing leads to',
      [
        ['a', ['']],
        ['b', []],
      ],
      'nodes.1 No choice leads to the node b',
    ],
    [
      'a circle without an end',
      [
        ['a', ['b', '']],
        ['b', ['c']],
        ['c', ['b']],
      ],
      'nodes.1 From the node b the scene never ends',
    ],
  ] as [string, [string, string[]][], string][])('refuses %s', (_, ways, message) => {
    expect(check(ways)).toContainEqual(expect.stringContaining(message));
  });

  it('refuses an unknown start', () => {
    expect(check([['a', ['']]], 'z')).toEqual([expect.stringContaining('start There is no node z')]);
  });
});
