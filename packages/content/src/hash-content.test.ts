import { beforeAll, describe, expect, it } from '@jest/globals';
import { aLibrary } from '../test/a-library.ts';
import { disguise } from '../test/disguise-item.ts';
import { withLibrary } from '../test/with-library.ts';
import { loadLibrary } from './load-library.ts';
import type { AuthoredModule } from './load-library.ts';
import { publishModule } from './publish-module.ts';

let authored: AuthoredModule;
beforeAll(async () => {
  const [first] = (await withLibrary(aLibrary(), loadLibrary)).modules;
  if (!first) throw new Error('The fixture has a fault');
  authored = first;
});

describe('ids and hashes', () => {
  it('give the same module the same ids in every publication', () => {
    const { learnerDocument, items } = publishModule(authored);
    expect(publishModule(authored).learnerDocument).toEqual(learnerDocument);
    expect(new Set(items.map(({ itemId }) => itemId)).size).toBe(12);
    expect(items.map(({ itemId }) => itemId)).toEqual(learnerDocument.quiz.items.map(({ itemId }) => itemId));
  });

  it('give a new version a new id, its module and items the old ones', () => {
    const next = publishModule({ ...authored, manifest: { ...authored.manifest, version: '2.0' } });
    const before = publishModule(authored);
    expect(next.learnerDocument.versionId).not.toBe(before.learnerDocument.versionId);
    expect(next.markingDocument.versionId).toBe(next.learnerDocument.versionId);
    expect(next.learnerDocument.moduleId).toBe(before.learnerDocument.moduleId);
    expect(next.items).toEqual(before.items);
  });

  it('stay with a file that is only laid out otherwise, or moved within its path', async () => {
    const files = aLibrary();
    const module = 'modules/first-module/module.yaml';
    files[module] =
      `# A comment\n${String(files[module]).replace('position: 1', 'position: 5').replace('title: First module', "title: 'First module'")}`;
    const items = 'modules/first-module/items.yaml';
    files[items] = String(files[items]).replace(/( {4}p1: c\n)( {4}p2: a\n)/u, '$2$1');
    const [moved] = (await withLibrary(files, loadLibrary)).modules;
    expect(moved && publishModule(moved).contentHash).toBe(publishModule(authored).contentHash);
  });

  it.each([
    ['a title', (one: AuthoredModule) => ({ ...one, manifest: { ...one.manifest, title: 'Other' } })],
    ['a card', (one: AuthoredModule) => ({ ...one, cards: one.cards.toReversed() })],
    ['a key', (one: AuthoredModule) => ({ ...one, items: one.items.map(disguise) })],
    [
      'a picture',
      (one: AuthoredModule) => ({
        ...one,
        media: one.media.map((picture) => ({ ...picture, bytes: Buffer.from('x') })),
      }),
    ],
  ])('tell of a change: %s', (_, change) => {
    expect(publishModule(change(authored)).contentHash).not.toBe(publishModule(authored).contentHash);
  });

  it('tell which item changed', () => {
    const changed = publishModule({
      ...authored,
      items: authored.items.map((item, i) => (i === 3 ? disguise(item) : item)),
    }).items;
    const before = publishModule(authored).items;
    expect(changed.flatMap((item, i) => (item.contentHash === before[i]?.contentHash ? [] : [i]))).toEqual([3]);
  });
});
