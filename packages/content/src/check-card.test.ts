import { describe, it } from '@jest/globals';
import { DECIDE, SCENE, cardFile, expectFault } from '../test/change-library.ts';
import type { FaultCase } from '../test/change-library.ts';

const faults: FaultCase[] = [
  [
    'a card id used twice',
    { file: cardFile('04-check-2'), from: 'id: check-2', to: 'id: check-1' },
    'id: check-1',
    /Another card has the id check-1/,
  ],
  [
    'a fault in the second half of a reveal',
    { file: cardFile('02-pause'), from: '[^ref-two]', to: '\n\nSo.[^ref-nine]' },
    '[^ref-nine]',
    /not among the `sources`/,
  ],
  ['a card without front matter', { file: DECIDE, from: '---\n', to: '' }, 'id', /Begin the file with ---/],
  [
    'a file name that is not the id',
    { file: DECIDE, from: 'id: decide', to: 'id: decide-now' },
    'id:',
    /must be called 05-decide-now.md/,
  ],
  ['a decision whose key is no option', { file: DECIDE, from: 'key: a', to: 'key: q' }, 'key: q', /q is not an option/],
  [
    'a suggestion that is no option',
    { file: DECIDE, from: 'suggests: c', to: 'suggests: q' },
    'suggests',
    /q is not an option/,
  ],
  [
    'a heading of the first level',
    { file: DECIDE, from: 'A person looks grey.', to: 'A person\n\n# Grey' },
    '# Grey',
    /Use ### for headings/,
  ],
  ['a start that does not exist', { file: SCENE, from: 'start: first', to: 'start: third' }, 'start:', /no node third/],
  ['a choice that leads nowhere', { file: SCENE, from: 'to: end', to: 'to: exit' }, 'to: exit', /no node exit/],
  [
    'a picture without alternative text',
    { file: cardFile('07-picture'), from: '  alt: Two looks side by side\n', to: '' },
    'image:',
    /image.alt` is missing/,
  ],
  [
    'a picture that is not there',
    { file: cardFile('07-picture'), from: 'two-looks.svg', to: 'three-looks.svg' },
    'file:',
    /no media\/three-looks.svg/,
  ],
  [
    'a reveal without its line',
    { file: cardFile('02-pause'), from: '\n===\n', to: '' },
    'What do you see',
    /a line ===/,
  ],
];

describe('a card', () => {
  it.each(faults)('%s is a fault, named with file, line and what to do', async (_, change, needle, message) => {
    await expectFault(change, needle, message);
  });
});
