import { stringify as stringifyYaml } from 'yaml';

/** Without folding or aliases, so that a test can change a line. */
const stringify = (value: unknown): string => stringifyYaml(value, { lineWidth: 0, aliasDuplicateObjects: false });

/** Text or bytes by path within a library. */
export type Files = Record<string, string | Uint8Array>;

const words = (count: number): string =>
  Array.from({ length: count / 10 }, () => 'We look at the person before we look at it.').join(' ');
const option = (id: string, text: string) => ({
  id,
  text,
  rationale: `Secret: rationale of ${text}.[^ref-one]`,
  unsafe: id === 'c',
});
/** Knowledge checks and decide-first cards explain themselves: their rationales are no secret. */
const openly = ({ rationale: _, ...rest }: ReturnType<typeof option>) => ({
  ...rest,
  rationale: `Open: ${rest.text}.[^ref-one]`,
});
const options = [option('a', 'Call the ward'), option('b', 'Read the notes'), option('c', 'Trust the score')];
const common = { safetyCritical: false, stem: 'A tool says low.\n\nWhat do you do first?\n', sources: ['ref-one'] };

/** An item of each kind in turn. */
function anItem(n: number): Record<string, unknown> {
  const id = `fx-${String(n + 1).padStart(2, '0')}`;
  const place = { id, outcome: `o${(n % 3) + 1}`, card: 'first-look' };
  if (n === 9)
    return {
      ...place,
      kind: 'multiple-response',
      ...common,
      options: [...options, option('d', 'Wait')],
      key: ['a', 'b'],
    };
  if (n === 10) return { ...place, kind: 'ordering', ...common, options, key: ['b', 'c', 'a'] };
  if (n === 11) {
    const prompts = ['p1', 'p2', 'p3']
      .map((promptId) => option(promptId, `Prompt ${promptId}`))
      .map(({ unsafe: _, ...prompt }) => prompt);
    return { ...place, kind: 'matching', ...common, prompts, options, key: { p1: 'c', p2: 'a', p3: 'b' } };
  }
  return { ...place, kind: 'single-best-answer', ...common, options, key: 'abc'[n % 3] };
}

const aManifest = {
  id: 'first-module',
  path: 'first-path',
  position: 1,
  version: '1.0',
  change: 'major',
  changeNote: 'First edition.',
  title: 'First module',
  summary: 'What to look at first.',
  language: 'en-GB',
  audience: ['clinicians'],
  level: 'foundation',
  safetyCritical: false,
  suicideRelated: false,
  outcomes: ['o1', 'o2', 'o3'].map((id) => ({ id, text: `do ${id}` })),
  capabilities: [{ framework: 'ADHT', code: '4.1' }],
  standards: [{ body: 'NMC', version: 'Code 2018', code: 'Preserve safety', why: 'You look first.' }],
  minutes: 6,
  author: 'Rounds content team',
  aiUse: 'None.',
  reviewedBy: null,
  reviewBy: '2027-11-01',
  helpline: null,
  contentWarning: null,
  references: [
    {
      id: 'ref-one',
      authors: 'One A',
      title: 'On looking',
      year: 2020,
      container: 'Journal, 2020;1:1',
      address: 'https://doi.org/10.1000/1',
      addressChecked: false,
      strength: 'trial',
      evidenceDate: '2020',
      mark: 'V',
      note: 'One study.',
    },
    {
      id: 'ref-two',
      authors: 'Two B',
      title: 'On waiting',
      year: 2021,
      container: 'Publisher',
      address: null,
      addressChecked: false,
      strength: 'guidance',
      evidenceDate: '2021-04',
      mark: 'V2',
      note: 'Guidance.',
    },
  ],
  quiz: { size: 8, passMark: 6 },
};

const card = (front: Record<string, unknown>, body: string): string => `---\n${stringify(front)}---\n${body}\n`;
const text = (id: string, body: string) => card({ id, kind: 'text', title: 'A title', sources: ['ref-one'] }, body);

const aCheck = (n: number) =>
  card(
    {
      id: `check-${n}`,
      kind: 'check',
      title: 'Check',
      sources: ['ref-two'],
      item: {
        id: `fx-check-${n}`,
        kind: 'single-best-answer',
        stem: 'Which one?',
        options: options.map(openly),
        key: 'b',
        sources: ['ref-one'],
      },
    },
    'Think of the last card.',
  );

const aScenario = card(
  {
    id: 'at-the-bedside',
    kind: 'scenario',
    title: 'At the bedside',
    sources: [],
    start: 'first',
    nodes: [
      {
        id: 'first',
        text: 'What now?',
        choices: [
          { id: 'go', text: 'Go and see.', feedback: 'Good.', to: 'end' },
          { id: 'stay', text: 'Stay.', feedback: 'Look again.', to: null },
        ],
      },
      { id: 'end', text: 'You see the person.' },
    ],
  },
  'It is late.',
);

const aDecision = card(
  {
    id: 'decide',
    kind: 'decide-first',
    title: 'Decide first',
    sources: ['ref-one'],
    question: 'What do you do?',
    options: options.map(openly),
    key: 'a',
    tool: { name: 'Fellwatch', output: 'Low risk.', suggests: 'c' },
    learned: 'It used **your own** look.[^ref-one]',
  },
  'A person looks grey.',
);

export const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>Two looks</title><rect width="1" height="1"/></svg>';

const aPicture = card(
  {
    id: 'picture',
    kind: 'image',
    title: 'Two looks',
    sources: [],
    image: { file: 'media/two-looks.svg', alt: 'Two looks side by side', licence: 'CC BY 4.0', credit: 'Rounds' },
  },
  '',
);

/** The files of a library with one path and one faultless module; every card kind and item kind is in it. */
export function aLibrary(): Files {
  const folder = 'modules/first-module';
  return {
    'paths.yaml': stringify([{ id: 'first-path', title: 'First path', summary: 'The first.', position: 1 }]),
    [`${folder}/module.yaml`]: stringify(aManifest),
    [`${folder}/items.yaml`]: stringify(Array.from({ length: 12 }, (_, n) => anItem(n))),
    [`${folder}/cards/01-first-look.md`]: text('first-look', `${words(300)}[^ref-one]`),
    [`${folder}/cards/02-pause.md`]: card(
      { id: 'pause', kind: 'reveal', title: 'Pause', sources: ['ref-two'] },
      'What do you see?\n\n===\n\nA person.[^ref-two]',
    ),
    [`${folder}/cards/03-check-1.md`]: aCheck(1),
    [`${folder}/cards/04-check-2.md`]: aCheck(2),
    [`${folder}/cards/05-decide.md`]: aDecision,
    [`${folder}/cards/06-at-the-bedside.md`]: aScenario,
    [`${folder}/cards/07-picture.md`]: aPicture,
    [`${folder}/cards/08-take-care.md`]: card(
      { id: 'take-care', kind: 'callout', title: 'Take care', sources: [], tone: 'safety' },
      '- Look first\n- Then ask',
    ),
    [`${folder}/media/two-looks.svg`]: SVG,
  };
}
