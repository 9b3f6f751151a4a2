import { beforeAll, describe, expect, it } from '@jest/globals';
import { LearnerDocument } from '@rounds/contracts/learner-document';
import { MarkingDocument } from '@rounds/contracts/marking-document';
import { markItem } from '@rounds/rules/mark-item';
import { SVG, aLibrary, withLibrary } from '../test/a-library.ts';
import type { AuthoredItem } from './authored-item.ts';
import { LIBRARY_FOLDER } from './library-folder.ts';
import { loadLibrary } from './load-library.ts';
import type { AuthoredModule } from './load-library.ts';
import { publishModule } from './publish-module.ts';

let authored: AuthoredModule;
let library: AuthoredModule[];
beforeAll(async () => {
  const [first] = (await withLibrary(aLibrary(), loadLibrary)).modules;
  if (!first) throw new Error('The fixture has a fault');
  authored = first;
  library = [first, ...(await loadLibrary(LIBRARY_FOLDER)).modules];
});

/** Every string in a value, however deep; keys of objects too. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsOf(inner)]);
}

const SECRET = 'Zugzwang';

/** The same item with another key and other explanations, but the same question. */
function disguise(item: AuthoredItem): AuthoredItem {
  const hide = <T extends { rationale?: string | undefined }>(one: T) => ({ ...one, rationale: SECRET });
  const hideOption = <T extends { rationale?: string | undefined; unsafe: boolean }>(one: T) => ({ ...hide(one), unsafe: !one.unsafe });
  const sources = [SECRET];
  switch (item.kind) {
    case 'single-best-answer':
      return { ...item, sources, card: SECRET, options: item.options.map(hideOption), key: item.options.find(({ id }) => id !== item.key)?.id ?? '' };
    case 'multiple-response':
      return { ...item, sources, card: SECRET, options: item.options.map(hideOption), key: item.options.map(({ id }) => id).filter((id) => !item.key.includes(id)) };
    case 'ordering':
      return { ...item, sources, card: SECRET, options: item.options.map(hideOption), key: item.key.toReversed() };
    case 'matching':
      return { ...item, sources, card: SECRET, options: item.options.map(hideOption), prompts: item.prompts.map(hide), key: rotatePairs(item) };
  }
}

/** Every prompt gets the option after its own. */
function rotatePairs({ options, key }: Extract<AuthoredItem, { kind: 'matching' }>): Record<string, string> {
  const ids = options.map(({ id }) => id);
  return Object.fromEntries(Object.entries(key).map(([prompt, id]) => [prompt, ids[(ids.indexOf(id) + 1) % ids.length] ?? '']));
}

describe('what a learner is sent', () => {
  it('keeps the contract', () => {
    for (const one of library) {
      const { learnerDocument, markingDocument } = publishModule(one);
      expect(LearnerDocument.parse(learnerDocument)).toEqual(learnerDocument);
      expect(MarkingDocument.parse(markingDocument)).toEqual(markingDocument);
    }
  });

  it('is the same whatever the keys, rationales, sources and unsafe marks of the quiz are', () => {
    for (const one of library) {
      const disguised = publishModule({ ...one, items: one.items.map(disguise) });
      expect(disguised.learnerDocument).toEqual(publishModule(one).learnerDocument);
      expect(disguised.markingDocument).not.toEqual(publishModule(one).markingDocument);
    }
  });

  it('holds no rationale of the quiz in any string, and no field for one', () => {
    for (const one of library) {
      const { learnerDocument, markingDocument } = publishModule(one);
      const quiz = stringsOf(learnerDocument.quiz);
      for (const field of ['key', 'rationales', 'rationale', 'sources', 'unsafe', 'cardId']) expect(quiz).not.toContain(field);
      const everything = stringsOf(learnerDocument).join('\n');
      const rationales = markingDocument.items.flatMap((item) => item.rationales.map(({ html }) => html));
      for (const html of rationales) expect(everything).not.toContain(html);
    }
  });

  it('explains its knowledge checks, and lists their sources on the card', () => {
    const card = publishModule(authored).learnerDocument.cards.find(({ cardId }) => cardId === 'check-1');
    expect(card).toMatchObject({
      sources: ['ref-two', 'ref-one'],
      item: { key: { kind: 'single-best-answer', optionId: 'b' }, cardId: null, sources: ['ref-one'] },
    });
    expect(JSON.stringify(card)).toContain('aria-label=\\"Source 2\\"');
  });

  it('has every kind of card', () => {
    const { cards } = publishModule(authored).learnerDocument;
    expect(cards.map(({ kind }) => kind)).toEqual(['text', 'reveal', 'check', 'check', 'decide-first', 'scenario', 'image', 'callout']);
    expect(cards).toContainEqual(expect.objectContaining({ kind: 'reveal', promptHtml: '<p>What do you see?</p>', revealHtml: expect.stringContaining('A person.') }));
    expect(cards).toContainEqual(expect.objectContaining({ kind: 'image', image: expect.objectContaining({ file: 'two-looks.svg', bytes: SVG.length }) }));
    expect(cards).toContainEqual(expect.objectContaining({ kind: 'decide-first', keyOptionId: 'a', tool: { name: 'Fellwatch', outputHtml: '<p>Low risk.</p>', suggests: 'c' } }));
  });
});

describe('what marking is given', () => {
  it('has every key as the author wrote it', () => {
    const { items } = publishModule(authored).markingDocument;
    expect(items.map(({ key }) => key).slice(8)).toEqual([
      { kind: 'single-best-answer', optionId: 'c' },
      { kind: 'multiple-response', optionIds: ['a', 'b'] },
      { kind: 'ordering', optionIds: ['b', 'c', 'a'] },
      { kind: 'matching', pairs: [{ promptId: 'p1', optionId: 'c' }, { promptId: 'p2', optionId: 'a' }, { promptId: 'p3', optionId: 'b' }] },
    ]);
    expect(items[0]).toMatchObject({ cardId: 'first-look', sources: ['ref-one'] });
    expect(items[0]?.rationales.map(({ optionId, unsafe }) => [optionId, unsafe])).toEqual([['a', false], ['b', false], ['c', true]]);
    expect(items[11]?.rationales.map(({ optionId }) => optionId)).toEqual(['p1', 'p2', 'p3', 'a', 'b', 'c']);
  });

  it('marks each item of the library right for its own key', () => {
    for (const { key } of library.flatMap((one) => publishModule(one).markingDocument.items)) {
      const optionIds = 'optionId' in key ? [key.optionId] : 'optionIds' in key ? key.optionIds : [];
      expect(markItem({ key }, { optionIds, pairs: 'pairs' in key ? key.pairs : [] })).toBe(1);
    }
  });
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
    files[module] = `# A comment\n${String(files[module]).replace('position: 1', 'position: 5').replace('title: First module', "title: 'First module'")}`;
    const [moved] = (await withLibrary(files, loadLibrary)).modules;
    expect(moved && publishModule(moved).contentHash).toBe(publishModule(authored).contentHash);
  });

  it.each([
    ['a title', (one: AuthoredModule) => ({ ...one, manifest: { ...one.manifest, title: 'Other' } })],
    ['a card', (one: AuthoredModule) => ({ ...one, cards: one.cards.toReversed() })],
    ['a key', (one: AuthoredModule) => ({ ...one, items: one.items.map(disguise) })],
    ['a picture', (one: AuthoredModule) => ({ ...one, media: one.media.map((picture) => ({ ...picture, bytes: Buffer.from('x') })) })],
  ])('tell of a change: %s', (_, change) => {
    expect(publishModule(change(authored)).contentHash).not.toBe(publishModule(authored).contentHash);
  });

  it('tell which item changed', () => {
    const changed = publishModule({ ...authored, items: authored.items.map((item, i) => (i === 3 ? disguise(item) : item)) }).items;
    const before = publishModule(authored).items;
    expect(changed.flatMap((item, i) => (item.contentHash === before[i]?.contentHash ? [] : [i]))).toEqual([3]);
  });
});

describe('what search reads', () => {
  it('has the cards in plain words, and nothing of the quiz', () => {
    const { searchText } = publishModule(authored);
    expect(searchText).toContain('It used your own look.');
    expect(searchText).not.toMatch(/\[\^|\*\*|A tool says low/u);
  });
});
