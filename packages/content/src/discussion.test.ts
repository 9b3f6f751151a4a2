import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { DiscussionKit } from '@rounds/contracts/discussion';
import { aLibrary } from '../test/a-library.ts';
import { withLibrary } from '../test/with-library.ts';
import { LIBRARY_FOLDER } from './library-folder.ts';
import { loadLibrary } from './load-library.ts';
import type { AuthoredDiscussion } from './module-manifest.ts';
import { publishDiscussion } from './publish-discussion.ts';

const question = (outcome: string, module = 'first-module') => ({ text: 'What now?', module, outcome });
const KIT: AuthoredDiscussion = {
  aim: 'Agree one thing.',
  questions: [question('o1'), question('o2'), question('o3')],
  case: ['Nobody here is real.'],
  writeDown: ['Who checks.'],
  sources: [{ module: 'first-module', reference: 'ref-one' }],
};

async function load(change: Partial<AuthoredDiscussion>) {
  const files = aLibrary();
  const [path] = parse(String(files['paths.yaml']));
  return withLibrary(
    { ...files, 'paths.yaml': stringify([{ ...path, discussion: { ...KIT, ...change } }]) },
    loadLibrary,
  );
}

describe('a path’s discussion', () => {
  it('is taken, and its sources are said in words', async () => {
    const { faults, paths, modules } = await load({});
    expect(faults).toEqual([]);
    const kit = publishDiscussion(paths[0]!.discussion!, modules);
    expect(DiscussionKit.parse(kit)).toEqual(kit);
    expect(kit).toMatchObject({ aim: 'Agree one thing.', questions: ['What now?', 'What now?', 'What now?'] });
    const reference = modules[0]!.manifest.references.find(({ id }) => id === 'ref-one')!;
    expect(kit.sources).toEqual([expect.stringContaining(reference.title)]);
  });

  it.each<[string, Partial<AuthoredDiscussion>, RegExp]>([
    ['asks about no outcome', { questions: [question('o1'), question('o2'), question('o9')] }, /no outcome o9/],
    [
      'asks about a module elsewhere',
      { questions: [question('o1', 'other'), question('o2'), question('o3')] },
      /other/,
    ],
    ['rests on no reference', { sources: [{ module: 'first-module', reference: 'gone' }] }, /no reference gone/],
    ['has two questions', { questions: [question('o1'), question('o2')] }, /./],
    ['has no case', { case: [] }, /./],
  ])('that %s is a fault, with its place', async (_, change, message) => {
    const { faults } = await load(change);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: 'paths.yaml', message: expect.stringMatching(message) });
  });

  it('is there for every path of the library', async () => {
    const { paths } = await loadLibrary(LIBRARY_FOLDER);
    expect(paths.filter(({ discussion }) => discussion === undefined)).toEqual([]);
  });
});
