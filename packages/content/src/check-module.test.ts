import { describe, it } from '@jest/globals';
import { MODULE, expectFault } from '../test/change-library.ts';
import type { FaultCase } from '../test/change-library.ts';

const faults: FaultCase[] = [
  [
    'YAML that cannot be read',
    { file: MODULE, from: 'title: First module', to: 'title: "First module' },
    'title',
    /not valid YAML/,
  ],
  ['an unknown key', { file: MODULE, from: 'author:', to: 'colour: red\nauthor:' }, 'colour', /no key `colour`/],
  [
    'a key that is missing',
    { file: MODULE, from: /title: First module\n/, to: '' },
    'id: first-module',
    /`title` is missing/,
  ],
  [
    'a number where text belongs',
    { file: MODULE, from: '"1.0"', to: '1.0' },
    'version:',
    /`version` must be text. Put it in quotes/,
  ],
  [
    'a level that does not exist',
    { file: MODULE, from: 'level: foundation', to: 'level: easy' },
    'level:',
    /one of: foundation, intermediate, advanced/,
  ],
  [
    '2 outcomes',
    { file: MODULE, from: /  - id: o3\n    text: do o3\n/, to: '' },
    'outcomes:',
    /`outcomes` is too small: at least 3 entries/,
  ],
  [
    'a summary of 201 characters',
    { file: MODULE, from: 'What to look at first.', to: 'a'.repeat(201) },
    'summary',
    /at most 200 characters/,
  ],
  ['a date that is none', { file: MODULE, from: '2027-11-01', to: '2027-11-31' }, 'reviewBy', /must be a date/],
  [
    'another id than the folder',
    { file: MODULE, from: 'id: first-module', to: 'id: second-module' },
    'id:',
    /folder is called first-module/,
  ],
  [
    'a path that does not exist',
    { file: MODULE, from: 'path: first-path', to: 'path: third-path' },
    'path:',
    /no path third-path/,
  ],
  [
    'a minor change called major',
    { file: MODULE, from: '"1.0"', to: '"1.1"' },
    'change:',
    /Version 1.1 is a minor change/,
  ],
  [
    'a pass mark above the size',
    { file: MODULE, from: 'passMark: 6', to: 'passMark: 9' },
    'passMark',
    /cannot have a pass mark of 9/,
  ],
  [
    'minutes that do not follow',
    { file: MODULE, from: 'minutes: 6', to: 'minutes: 7' },
    'minutes',
    /433 words and the quiz 8 items: that makes 6 minutes, not 7/,
  ],
  [
    'a reference id used twice',
    { file: MODULE, from: 'id: ref-two', to: 'id: ref-one # again' },
    '# again',
    /Another reference has the id ref-one/,
  ],
  [
    'an address from elsewhere than https',
    { file: MODULE, from: 'https://doi', to: 'http://doi' },
    'http://',
    /must begin with https/,
  ],
  [
    'no help line in a suicide-related module',
    { file: MODULE, from: 'suicideRelated: false', to: 'suicideRelated: true' },
    'helpline',
    /needs a help line/,
  ],
  [
    'no content warning in a suicide-related module',
    { file: MODULE, from: 'suicideRelated: false', to: 'suicideRelated: true' },
    'contentWarning',
    /needs a content warning/,
  ],
];

describe('module.yaml', () => {
  it.each(faults)('%s is a fault, named with file, line and what to do', async (_, change, needle, message) => {
    await expectFault(change, needle, message);
  });
});
