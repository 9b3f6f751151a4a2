import { describe, expect, it } from '@jest/globals';
import { aLibrary } from '../test/a-library.ts';
import type { Files } from '../test/a-library.ts';
import { DECIDE, ITEMS, MODULE, SCENE, cardFile, changed, load } from '../test/change-library.ts';
import type { Change } from '../test/change-library.ts';

describe('a faultless library', () => {
  it('loads whole, without a warning', async () => {
    const library = await load(aLibrary());
    expect(library).toMatchObject({ faults: [], warnings: [], paths: [{ id: 'first-path' }] });
    expect(library.modules.map(({ manifest, words }) => [manifest.id, words])).toEqual([['first-module', 433]]);
  });

  it('reads the same with Windows line endings and a byte order mark', async () => {
    const files = Object.entries(aLibrary()).map(([path, content]) => [
      path,
      `\uFEFF${String(content).replaceAll('\n', '\r\n')}`,
    ]);
    expect((await load(Object.fromEntries(files) as Files)).modules).toEqual(
      (await load(aLibrary())).modules.map((module) => ({ ...module, media: expect.anything() })),
    );
  });
});

describe('a fault', () => {
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
    expect((await load(few)).faults.map(({ message }) => message)).toContain(
      'The module has 5 cards. Make it 6 to 10.',
    );
    const extra = [9, 10, 11].map((n) => [
      cardFile(`${String(n).padStart(2, '0')}-more-${n}`),
      `---\nid: more-${n}\nkind: text\ntitle: More\n---\nMore.`,
    ]);
    const many = { ...aLibrary(), ...(Object.fromEntries(extra) as Files) };
    expect((await load(many)).faults.map(({ message }) => message)).toContain(
      'The module has 11 cards. Make it 6 to 10.',
    );
  });

  it('in one module leaves the others whole', async () => {
    const second = Object.entries(aLibrary())
      .filter(([path]) => path.startsWith('modules/'))
      .map(([path, content]) => [
        path.replace('first-module', 'second-module'),
        String(content)
          .replaceAll('first-module', 'second-module')
          .replaceAll('fx-', 'fy-')
          .replace('position: 1', 'position: 2'),
      ]);
    const files = {
      ...changed({ file: MODULE, from: 'minutes: 6', to: 'minutes: 7' }),
      ...(Object.fromEntries(second) as Files),
    };
    const library = await load(files);
    expect(library.modules.map(({ manifest }) => manifest.id)).toEqual(['second-module']);
    expect(library.faults).toHaveLength(1);
  });

  it('a tool that is wrong on every decide-first card is a warning', async () => {
    const decide = (n: number) => [
      cardFile(`${String(n).padStart(2, '0')}-decide-${n}`),
      String(aLibrary()[DECIDE]).replace('id: decide', `id: decide-${n}`),
    ];
    const files = { ...aLibrary(), ...(Object.fromEntries([decide(9), decide(10)]) as Files) };
    const said = async (library: Files) => (await load(library)).warnings.map(({ message }) => message);
    expect(await said(files)).toEqual([
      'The tool is wrong on all 3 decide-first cards of the library. Let it be right on some.',
    ]);
    expect(await said({ ...files, [DECIDE]: String(files[DECIDE]).replace('suggests: c', 'suggests: a') })).toEqual([]);
  });

  it('an empty folder has no paths', async () => {
    expect((await load({})).faults).toEqual([expect.objectContaining({ file: 'paths.yaml', line: 1 })]);
  });
});

const UNUSED =
  "{ id: ref-three, authors: C, title: T, year: 2022, container: J, address: null, addressChecked: false, strength: news, evidenceDate: '2022', mark: V, note: N }";

describe('a warning', () => {
  it.each([
    [
      'a long sentence',
      { file: cardFile('08-take-care'), from: 'Look first', to: 'word '.repeat(26) },
      /sentence of 26 words/,
    ],
    [
      'an exclamation mark',
      { file: cardFile('08-take-care'), from: 'Look first', to: 'Look first!' },
      /No exclamation marks/,
    ],
    [
      'a reference that nothing uses',
      { file: MODULE, from: 'references:', to: `references:\n  - ${UNUSED}` },
      /No card or item uses the reference ref-three/,
    ],
    [
      'a mention of suicide',
      { file: cardFile('08-take-care'), from: 'Look first', to: 'Ask about suicide' },
      /suicideRelated: false/,
    ],
    [
      'a negative question',
      { file: ITEMS, from: 'What do you do first?', to: 'What do you not do?' },
      /question is negative/,
    ],
  ] as [string, Change, RegExp][])('%s', async (_, change, message) => {
    const library = await load(changed(change));
    expect(library.faults).toEqual([]);
    expect(library.warnings.map((one) => one.message).join('\n')).toMatch(message);
  });
});
