import { describe, expect, it } from '@jest/globals';
import { aLibrary, withLibrary } from '../test/a-library.ts';
import type { Files } from '../test/a-library.ts';
import { loadLibrary } from './load-library.ts';

const ITEMS = 'modules/first-module/items.yaml';
const MODULE = 'modules/first-module/module.yaml';
const cardFile = (name: string) => `modules/first-module/cards/${name}.md`;
const DECIDE = cardFile('05-decide');
const SCENE = cardFile('06-at-the-bedside');

const load = (files: Files) => withLibrary(files, loadLibrary);

type Change = { file: string; from: string | RegExp; to: string };

/** Changes one place of a faultless library; the place must exist. */
function changed({ file, from, to }: Change): Files {
  const files = aLibrary();
  const before = String(files[file]);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`Nothing to change in ${file}`);
  return { ...files, [file]: after };
}

/** Line of the nth place where `needle` stands, from 1. */
function lineOf(text: string, needle: string): number {
  return text.slice(0, text.indexOf(needle)).split('\n').length;
}

describe('a faultless library', () => {
  it('loads whole, without a warning', async () => {
    const library = await load(aLibrary());
    expect(library).toMatchObject({ faults: [], warnings: [], paths: [{ id: 'first-path' }] });
    expect(library.modules.map(({ manifest, words }) => [manifest.id, words])).toEqual([['first-module', 433]]);
  });

  it('reads the same with Windows line endings and a byte order mark', async () => {
    const files = Object.entries(aLibrary()).map(([path, content]) => [path, `\uFEFF${String(content).replaceAll('\n', '\r\n')}`]);
    expect((await load(Object.fromEntries(files) as Files)).modules).toEqual((await load(aLibrary())).modules.map((module) => ({ ...module, media: expect.anything() })));
  });
});

/** Each: what is wrong, the change, a text on the line to name, and what to say. */
const faults: [string, Change, string, RegExp][] = [
  ['YAML that cannot be read', { file: MODULE, from: 'title: First module', to: 'title: "First module' }, 'title', /not valid YAML/],
  ['an unknown key', { file: MODULE, from: 'author:', to: 'colour: red\nauthor:' }, 'colour', /no key `colour`/],
  ['a key that is missing', { file: MODULE, from: /title: First module\n/, to: '' }, 'id: first-module', /`title` is missing/],
  ['a number where text belongs', { file: MODULE, from: '"1.0"', to: '1.0' }, 'version:', /`version` must be text. Put it in quotes/],
  ['a level that does not exist', { file: MODULE, from: 'level: foundation', to: 'level: easy' }, 'level:', /one of: foundation, intermediate, advanced/],
  ['2 outcomes', { file: MODULE, from: /  - id: o3\n    text: do o3\n/, to: '' }, 'outcomes:', /`outcomes` is too small: at least 3 entries/],
  ['a summary of 201 characters', { file: MODULE, from: 'What to look at first.', to: 'a'.repeat(201) }, 'summary', /at most 200 characters/],
  ['a date that is none', { file: MODULE, from: '2027-11-01', to: '2027-11-31' }, 'reviewBy', /must be a date/],
  ['another id than the folder', { file: MODULE, from: 'id: first-module', to: 'id: second-module' }, 'id:', /folder is called first-module/],
  ['a path that does not exist', { file: MODULE, from: 'path: first-path', to: 'path: third-path' }, 'path:', /no path third-path/],
  ['a minor change called major', { file: MODULE, from: '"1.0"', to: '"1.1"' }, 'change:', /Version 1.1 is a minor change/],
  ['a pass mark above the size', { file: MODULE, from: 'passMark: 6', to: 'passMark: 9' }, 'passMark', /cannot have a pass mark of 9/],
  ['minutes that do not follow', { file: MODULE, from: 'minutes: 6', to: 'minutes: 7' }, 'minutes', /433 words and the quiz 8 items: that makes 6 minutes, not 7/],
  ['a reference id used twice', { file: MODULE, from: 'id: ref-two', to: 'id: ref-one # again' }, '# again', /Another reference has the id ref-one/],
  ['an address from elsewhere than https', { file: MODULE, from: 'https://doi', to: 'http://doi' }, 'http://', /must begin with https/],
  ['no help line in a suicide-related module', { file: MODULE, from: 'suicideRelated: false', to: 'suicideRelated: true' }, 'helpline', /needs a help line/],
  ['no content warning in a suicide-related module', { file: MODULE, from: 'suicideRelated: false', to: 'suicideRelated: true' }, 'contentWarning', /needs a content warning/],
  ['11 items', { file: ITEMS, from: /- id: fx-12[\s\S]*$/, to: '' }, '- id', /11 items. Write 12/],
  ['2 items of an outcome', { file: ITEMS, from: /outcome: o1([\s\S]*)outcome: o1([\s\S]*)outcome: o1/, to: 'outcome: o2$1outcome: o2$2outcome: o1' }, '- id', /Outcome o1 has 2 items/],
  ['an outcome that does not exist', { file: ITEMS, from: 'outcome: o1', to: 'outcome: o9' }, 'o9', /fx-01: there is no outcome o9/],
  ['a card that does not exist', { file: ITEMS, from: 'card: first-look', to: 'card: last-look' }, 'last-look', /there is no card last-look/],
  ['a key that is no option', { file: ITEMS, from: 'key: a', to: 'key: z' }, 'key: z', /names z, which is not an option/],
  ['an option without a rationale', { file: ITEMS, from: /      rationale: .*Call the ward.*\n/, to: '' }, '- id: a', /options\[0\].rationale` is missing/],
  ['2 options', { file: ITEMS, from: /    - id: c\n.*\n.*\n.*\n/, to: '' }, 'options:', /at least 3 entries/],
  ['two options alike', { file: ITEMS, from: 'text: Read the notes', to: 'text: call **the** ward.' }, '**the**', /options say the same/],
  ['two options with one id', { file: ITEMS, from: '    - id: b', to: '    - id: a # again' }, '# again', /id a is used twice/],
  ['none of the above', { file: ITEMS, from: 'text: Read the notes', to: 'text: None of the above' }, 'None of', /none can speak of the others/],
  ['no source', { file: ITEMS, from: /sources:\n    - ref-one/, to: 'sources: []' }, 'sources: []', /is empty/],
  ['a source that does not exist', { file: ITEMS, from: '    - ref-one', to: '    - ref-nine' }, '- ref-nine', /ref-nine is not in module.yaml/],
  ['a citation outside the sources', { file: ITEMS, from: 'ward.[^ref-one]', to: 'ward.[^ref-two]' }, 'ward.[^ref-two]', /not among the `sources`/],
  ['a citation in a stem', { file: ITEMS, from: '    What do you do first?', to: '    What do you do first?[^ref-one]' }, 'first?[^ref-one]', /not here/],
  ['an item id taken by a knowledge check', { file: ITEMS, from: 'id: fx-02', to: 'id: fx-check-1' }, 'fx-check-1', /taken already, at modules\/first-module\/cards\/03-check-1.md:8/],
  ['ordering options in the right order', { file: ITEMS, from: /(kind: ordering[^]*?)options:([^]*?)- b\n    - c\n    - a/, to: '$1options: # again$2- a\n    - b\n    - c' }, '# again', /order of the key/],
  ['a matching key without a prompt', { file: ITEMS, from: '    p3: b\n', to: '' }, 'key:\n    p1: c', /no option for the prompt p3/],
  ['a card without front matter', { file: DECIDE, from: '---\n', to: '' }, 'id', /Begin the file with ---/],
  ['a file name that is not the id', { file: DECIDE, from: 'id: decide', to: 'id: decide-now' }, 'id:', /must be called 05-decide-now.md/],
  ['a decision whose key is no option', { file: DECIDE, from: 'key: a', to: 'key: q' }, 'key: q', /q is not an option/],
  ['a suggestion that is no option', { file: DECIDE, from: 'suggests: c', to: 'suggests: q' }, 'suggests', /q is not an option/],
  ['a heading of the first level', { file: DECIDE, from: 'A person looks grey.', to: 'A person\n\n# Grey' }, '# Grey', /Use ### for headings/],
  ['a start that does not exist', { file: SCENE, from: 'start: first', to: 'start: third' }, 'start:', /no node third/],
  ['a choice that leads nowhere', { file: SCENE, from: 'to: end', to: 'to: exit' }, 'to: exit', /no node exit/],
  ['a picture without alternative text', { file: cardFile('07-picture'), from: '  alt: Two looks side by side\n', to: '' }, 'image:', /image.alt` is missing/],
  ['a picture that is not there', { file: cardFile('07-picture'), from: 'two-looks.svg', to: 'three-looks.svg' }, 'file:', /no media\/three-looks.svg/],
  ['a reveal without its line', { file: cardFile('02-pause'), from: '\n===\n', to: '' }, 'What do you see', /a line ===/],
];

describe('a fault', () => {
  it.each(faults)('%s is named with file, line and what to do', async (_, change, needle, message) => {
    const files = changed(change);
    const line = lineOf(String(files[change.file]), needle);
    const library = await load(files);
    const said = library.faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`);
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^${change.file}:${line}: .*${message.source}`, 'u')));
    expect(library.modules).toEqual([]);
  });

  it.each([
    ['1 knowledge check', cardFile('04-check-2'), /1 knowledge checks/],
    ['no decide-first card', DECIDE, /no decide-first card/],
    ['no items file', ITEMS, /no such file/],
    ['no module file', MODULE, /no such file/],
  ])('%s', async (_, file, message) => {
    const { [file]: removed, ...files } = aLibrary();
    expect(removed).toBeDefined();
    expect((await load(files)).faults.map((fault) => fault.message).join()).toMatch(message);
  });

  it('too few cards, too many cards', async () => {
    const { [SCENE]: _, [cardFile('07-picture')]: __, [cardFile('08-take-care')]: ___, ...few } = aLibrary();
    expect((await load(few)).faults.map(({ message }) => message)).toContain('The module has 5 cards. Make it 6 to 10.');
    const extra = [9, 10, 11].map((n) => [cardFile(`${String(n).padStart(2, '0')}-more-${n}`), `---\nid: more-${n}\nkind: text\ntitle: More\n---\nMore.`]);
    const many = { ...aLibrary(), ...(Object.fromEntries(extra) as Files) };
    expect((await load(many)).faults.map(({ message }) => message)).toContain('The module has 11 cards. Make it 6 to 10.');
  });

  it('in one module leaves the others whole', async () => {
    const second = Object.entries(aLibrary())
      .filter(([path]) => path.startsWith('modules/'))
      .map(([path, content]) => [path.replace('first-module', 'second-module'), String(content).replaceAll('first-module', 'second-module').replaceAll('fx-', 'fy-').replace('position: 1', 'position: 2')]);
    const files = { ...changed({ file: MODULE, from: 'minutes: 6', to: 'minutes: 7' }), ...(Object.fromEntries(second) as Files) };
    const library = await load(files);
    expect(library.modules.map(({ manifest }) => manifest.id)).toEqual(['second-module']);
    expect(library.faults).toHaveLength(1);
  });

  it('an empty folder has no paths', async () => {
    expect((await load({})).faults).toEqual([expect.objectContaining({ file: 'paths.yaml', line: 1 })]);
  });
});

const UNUSED =
  "{ id: ref-three, authors: C, title: T, year: 2022, container: J, address: null, addressChecked: false, strength: news, evidenceDate: '2022', mark: V, note: N }";

describe('a warning', () => {
  it.each([
    ['a long sentence', { file: cardFile('08-take-care'), from: 'Look first', to: 'word '.repeat(26) }, /sentence of 26 words/],
    ['an exclamation mark', { file: cardFile('08-take-care'), from: 'Look first', to: 'Look first!' }, /No exclamation marks/],
    ['a reference that nothing uses', { file: MODULE, from: 'references:', to: `references:\n  - ${UNUSED}` }, /No card or item uses the reference ref-three/],
    ['a mention of suicide', { file: cardFile('08-take-care'), from: 'Look first', to: 'Ask about suicide' }, /suicideRelated: false/],
    ['a negative question', { file: ITEMS, from: 'What do you do first?', to: 'What do you not do?' }, /question is negative/],
  ] as [string, Change, RegExp][])('%s', async (_, change, message) => {
    const library = await load(changed(change));
    expect(library.faults).toEqual([]);
    expect(library.warnings.map((one) => one.message).join('\n')).toMatch(message);
  });
});
