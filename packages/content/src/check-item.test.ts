import { describe, it } from '@jest/globals';
import { ITEMS, expectFault } from '../test/change-library.ts';
import type { FaultCase } from '../test/change-library.ts';

const faults: FaultCase[] = [
  ['11 items', { file: ITEMS, from: /- id: fx-12[\s\S]*$/, to: '' }, '- id', /11 items. Write 12/],
  [
    '2 items of an outcome',
    {
      file: ITEMS,
      from: /outcome: o1([\s\S]*)outcome: o1([\s\S]*)outcome: o1/,
      to: 'outcome: o2$1outcome: o2$2outcome: o1',
    },
    '- id',
    /Outcome o1 has 2 items/,
  ],
  [
    'an outcome that does not exist',
    { file: ITEMS, from: 'outcome: o1', to: 'outcome: o9' },
    'o9',
    /fx-01: there is no outcome o9/,
  ],
  [
    'a card that does not exist',
    { file: ITEMS, from: 'card: first-look', to: 'card: last-look' },
    'last-look',
    /there is no card last-look/,
  ],
  [
    'a key that is no option',
    { file: ITEMS, from: 'key: a', to: 'key: z' },
    'key: z',
    /names z, which is not an option/,
  ],
  [
    'an option without a rationale',
    { file: ITEMS, from: /      rationale: .*Call the ward.*\n/, to: '' },
    '- id: a',
    /options\[0\].rationale` is missing/,
  ],
  ['2 options', { file: ITEMS, from: /    - id: c\n.*\n.*\n.*\n/, to: '' }, 'options:', /at least 3 entries/],
  [
    'two options alike',
    { file: ITEMS, from: 'text: Read the notes', to: 'text: call **the** ward.' },
    '**the**',
    /options say the same/,
  ],
  [
    'two options with one id',
    { file: ITEMS, from: '    - id: b', to: '    - id: a # again' },
    '# again',
    /id a is used twice/,
  ],
  [
    'none of the above',
    { file: ITEMS, from: 'text: Read the notes', to: 'text: None of the above' },
    'None of',
    /none can speak of the others/,
  ],
  ['no source', { file: ITEMS, from: /sources:\n    - ref-one/, to: 'sources: []' }, 'sources: []', /is empty/],
  [
    'a source that does not exist',
    { file: ITEMS, from: '    - ref-one', to: '    - ref-nine' },
    '- ref-nine',
    /ref-nine is not in module.yaml/,
  ],
  [
    'a citation outside the sources',
    { file: ITEMS, from: 'ward.[^ref-one]', to: 'ward.[^ref-two]' },
    'ward.[^ref-two]',
    /not among the `sources`/,
  ],
  [
    'a citation in a stem',
    { file: ITEMS, from: '    What do you do first?', to: '    What do you do first?[^ref-one]' },
    'first?[^ref-one]',
    /not here/,
  ],
  [
    'an item id taken by a knowledge check',
    { file: ITEMS, from: 'id: fx-02', to: 'id: fx-check-1' },
    'fx-check-1',
    /taken already, at modules\/first-module\/cards\/03-check-1.md:8/,
  ],
  [
    'ordering options in the right order',
    {
      file: ITEMS,
      from: /(kind: ordering[^]*?)options:([^]*?)- b\n    - c\n    - a/,
      to: '$1options: # again$2- a\n    - b\n    - c',
    },
    '# again',
    /order of the key/,
  ],
  [
    'every option a key',
    { file: ITEMS, from: '  key:\n    - a\n    - b', to: '  key: [a, b, c, d]' },
    'key: [a',
    /Every option is a key/,
  ],
  [
    'a key named twice',
    { file: ITEMS, from: '  key:\n    - a\n    - b', to: '  key: [a, a]' },
    'key: [a',
    /names an option twice/,
  ],
  [
    'an order that is not whole',
    { file: ITEMS, from: '  key:\n    - b\n    - c\n    - a', to: '  key: [b, c]' },
    'key: [b',
    /every option once/,
  ],
  [
    'a source named twice',
    { file: ITEMS, from: 'sources:\n    - ref-one', to: 'sources:\n    - ref-one\n    - ref-one # again' },
    '# again',
    /named twice/,
  ],
  [
    'a matching key without a prompt',
    { file: ITEMS, from: '    p3: b\n', to: '' },
    'key:\n    p1: c',
    /no option for the prompt p3/,
  ],
];

describe('items.yaml', () => {
  it.each(faults)('%s is a fault, named with file, line and what to do', async (_, change, needle, message) => {
    await expectFault(change, needle, message);
  });
});
