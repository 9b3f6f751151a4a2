import { beforeAll, describe, expect, it } from '@jest/globals';
import { LearnerDocument } from '@rounds/contracts/learner-document';
import { MarkingDocument } from '@rounds/contracts/marking-document';
import { markItem } from '@rounds/rules/mark-item';
import { SVG, aLibrary } from '../test/a-library.ts';
import { disguise } from '../test/disguise-item.ts';
import { withLibrary } from '../test/with-library.ts';
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
      for (const field of ['key', 'rationales', 'rationale', 'sources', 'unsafe', 'cardId'])
        expect(quiz).not.toContain(field);
      const everything = stringsOf(learnerDocument).join('\n');
      const rationales = markingDocument.items.flatMap((item) => item.rationales.map(({ html }) => html));
      for (const html of rationales) expect(everything).not.toContain(html);
    }
  });

  it('has the size of a picture, and not why it is heavy', () => {
    const cards = authored.cards.map((card) =>
      card.kind === 'image'
        ? { ...card, image: { ...card.image, width: 640, height: 480, heavyBecause: 'The grain counts.' } }
        : card,
    );
    const { learnerDocument } = publishModule({ ...authored, cards });
    expect(learnerDocument.cards.find(({ kind }) => kind === 'image')).toMatchObject({
      image: { width: 640, height: 480 },
    });
    expect(JSON.stringify(learnerDocument)).not.toContain('The grain counts.');
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
    expect(cards.map(({ kind }) => kind)).toEqual([
      'text',
      'reveal',
      'check',
      'check',
      'decide-first',
      'scenario',
      'image',
      'callout',
    ]);
    expect(cards).toContainEqual(
      expect.objectContaining({
        kind: 'reveal',
        promptHtml: '<p>What do you see?</p>',
        revealHtml: expect.stringContaining('A person.'),
      }),
    );
    expect(cards).toContainEqual(
      expect.objectContaining({
        kind: 'image',
        image: expect.objectContaining({ file: 'two-looks.svg', bytes: SVG.length }),
      }),
    );
    expect(cards).toContainEqual(
      expect.objectContaining({
        kind: 'decide-first',
        keyOptionId: 'a',
        tool: { name: 'Fellwatch', outputHtml: '<p>Low risk.</p>', suggests: 'c' },
      }),
    );
  });
});

describe('what marking is given', () => {
  it('has every key as the author wrote it', () => {
    const { items } = publishModule(authored).markingDocument;
    expect(items.map(({ key }) => key).slice(8)).toEqual([
      { kind: 'single-best-answer', optionId: 'c' },
      { kind: 'multiple-response', optionIds: ['a', 'b'] },
      { kind: 'ordering', optionIds: ['b', 'c', 'a'] },
      {
        kind: 'matching',
        pairs: [
          { promptId: 'p1', optionId: 'c' },
          { promptId: 'p2', optionId: 'a' },
          { promptId: 'p3', optionId: 'b' },
        ],
      },
    ]);
    expect(items[0]).toMatchObject({ cardId: 'first-look', sources: ['ref-one'] });
    expect(items[0]?.rationales.map(({ optionId, unsafe }) => [optionId, unsafe])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
    ]);
    expect(items[11]?.rationales.map(({ optionId }) => optionId)).toEqual(['p1', 'p2', 'p3', 'a', 'b', 'c']);
  });

  it('marks each item of the library right for its own key', () => {
    for (const { key } of library.flatMap((one) => publishModule(one).markingDocument.items)) {
      const optionIds = 'optionId' in key ? [key.optionId] : 'optionIds' in key ? key.optionIds : [];
      expect(markItem({ key }, { optionIds, pairs: 'pairs' in key ? key.pairs : [] })).toBe(1);
    }
  });
});

describe('what search reads', () => {
  it('has the cards in plain words, and nothing of the quiz', () => {
    const { searchText } = publishModule(authored);
    expect(searchText).toContain('It used your own look.');
    expect(searchText).not.toMatch(/\[\^|\*\*|A tool says low/u);
  });
});
