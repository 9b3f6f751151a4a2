import { randomUUID } from 'node:crypto';
import type { DiscussionKit } from '@rounds/contracts/discussion';
import type { MarkingItem } from '@rounds/contracts/item';
import type { Card, LearnerDocument, Reviewer } from '@rounds/contracts/learner-document';
import type { MarkingDocument } from '@rounds/contracts/marking-document';
import { type MediaFile, PublicationStore } from '../../src/domains/content/publication.store.ts';
import { Tx } from '../../src/platform/db.ts';
import { storedBytes } from '../../src/platform/stored-bytes.ts';
import type { TestApp } from '../kit/test-app.ts';
import { quizItems } from './quiz-items.ts';

export type APublishedVersion = {
  versionId: string;
  moduleId: string;
  moduleCode: string;
  pathId: string;
  learnerDocument: LearnerDocument;
  markingDocument: MarkingDocument;
};

export type VersionOverrides = Partial<{
  /** Null, the default: a library module, open to every organisation. */
  organisationId: string | null;
  versionId: string;
  /** With a path and module that exist, a further version of that module. */
  pathId: string;
  moduleId: string;
  moduleCode: string;
  pathTitle: string;
  pathPosition: number;
  position: number;
  major: number;
  minor: number;
  publishedAt: Date;
  /** The default is a reviewer named in the files, so that a pass earns minutes. */
  reviewedBy: Reviewer | null;
  retiredAt: Date;
  items: MarkingItem[];
  size: number;
  passMark: number;
  media: MediaFile[];
  document: Partial<LearnerDocument>;
}>;

/** What every path of the factory is discussed by. */
export const A_KIT: DiscussionKit = {
  aim: 'Agree one thing.',
  questions: ['What now?', 'For whom?', 'Who checks?'],
  caseText: ['Nobody here is real.'],
  writeDown: ['Who checks.'],
  sources: ['Tern A. Looking twice. 2024.'],
};

const REVIEWER: Reviewer = {
  name: 'Rowan Ashdown',
  role: 'Consultant physician',
  registration: null,
  on: '2026-02-01',
};

/** A small valid published version of three cards and twelve items, by default a library module in a path of its own. */
export async function aPublishedVersion(
  into: TestApp | Tx,
  overrides: VersionOverrides = {},
): Promise<APublishedVersion> {
  const learnerDocument = aLearnerDocument(overrides);
  const { versionId, moduleId, moduleCode, pathId } = learnerDocument;
  const items = overrides.items ?? quizItems('why-it-matters');
  const { size, passMark } = learnerDocument.quiz;
  const markingDocument: MarkingDocument = { versionId, size, passMark, items };
  learnerDocument.quiz.items = items.map(
    ({ key: _key, rationales: _rationales, sources: _sources, cardId: _cardId, ...shown }) => shown,
  );
  const stored = await storedBytes(JSON.stringify(learnerDocument));
  const organisationId = overrides.organisationId ?? null;
  const insert = async (tx: Tx): Promise<void> => {
    const store = new PublicationStore();
    await store.putPath(tx, {
      id: pathId,
      organisationId,
      code: `path-${pathId}`,
      title: learnerDocument.pathTitle,
      summary: 'What to know first.',
      position: overrides.pathPosition ?? 1,
      discussion: A_KIT,
    });
    await store.publish(tx, {
      organisationId,
      position: overrides.position ?? 1,
      major: overrides.major ?? 1,
      minor: overrides.minor ?? 0,
      changeNote: 'First edition.',
      contentHash: randomUUID(),
      publishedAt: overrides.publishedAt ?? new Date('2026-03-02T09:00:00Z'),
      learnerDocument,
      stored,
      markingDocument,
      items: items.map(({ itemId }) => ({ itemId, code: itemId, contentHash: itemId })),
      searchText: [
        learnerDocument.title,
        learnerDocument.summary,
        ...learnerDocument.cards.map((card) => card.title),
      ].join('\n'),
      media: overrides.media ?? [],
    });
    if (overrides.retiredAt !== undefined) await retire(tx, versionId, overrides.retiredAt);
  };
  await (into instanceof Tx ? insert(into) : into.system(insert));
  return { versionId, moduleId, moduleCode, pathId, learnerDocument, markingDocument };
}

/** Takes a version back from learners. */
export async function retire(tx: Tx, versionId: string, at: Date): Promise<void> {
  await tx.rows('INSERT INTO version_retirement (version_id, retired_at, reason) VALUES ($1, $2, $3)', [
    versionId,
    at,
    'Out of date',
  ]);
}

function aLearnerDocument(overrides: VersionOverrides): LearnerDocument {
  const moduleId = overrides.moduleId ?? randomUUID();
  return {
    versionId: overrides.versionId ?? randomUUID(),
    moduleId,
    moduleCode: overrides.moduleCode ?? `module-${moduleId}`,
    pathId: overrides.pathId ?? randomUUID(),
    pathTitle: overrides.pathTitle ?? 'Starting out',
    version: `${overrides.major ?? 1}.${overrides.minor ?? 0}`,
    title: `Module ${moduleId.slice(0, 8)}`,
    summary: 'A short look at one thing.',
    language: 'en-GB',
    audience: ['clinicians'],
    level: 'foundation',
    minutes: 6,
    outcomes: ['o1', 'o2', 'o3'].map((id) => ({ id, text: `do ${id} well` })),
    capabilities: [{ framework: 'ADHT', code: '4.1' }],
    standards: [{ body: 'NMC', version: 'Code 2018', code: 'Preserve safety', why: 'You check before you rely.' }],
    author: 'Rounds content team',
    aiUse: 'None.',
    reviewedBy: overrides.reviewedBy === undefined ? REVIEWER : overrides.reviewedBy,
    reviewBy: '2028-01-01',
    helpLine: null,
    contentWarning: null,
    references: [
      {
        id: 'tern-2024',
        authors: 'Tern A',
        title: 'Looking twice',
        year: 2024,
        container: 'Journal of Looking',
        address: null,
        addressChecked: false,
        strength: 'trial',
        evidenceDate: '2024',
        mark: 'V',
        note: 'One trial.',
      },
    ],
    cards: CARDS,
    ...overrides.document,
    quiz: { size: overrides.size ?? 6, passMark: overrides.passMark ?? 4, items: [] },
  };
}

const option = (optionId: string) => ({ optionId, html: `Course ${optionId}` });

const CARDS: Card[] = [
  {
    cardId: 'why-it-matters',
    title: 'Why it matters',
    sources: ['tern-2024'],
    kind: 'text',
    html: '<p>Kestrels look twice.</p>',
  },
  {
    cardId: 'check-it',
    title: 'Check it',
    sources: [],
    kind: 'check',
    html: '',
    item: {
      itemId: '6c1f6f4e-5a3c-4b52-8a94-1f6c7a1d2e30',
      kind: 'single-best-answer',
      stemHtml: '<p>Which?</p>',
      prompts: [],
      options: ['a', 'b', 'c'].map(option),
      key: { kind: 'single-best-answer', optionId: 'b' },
      rationales: ['a', 'b', 'c'].map((optionId) => ({ optionId, html: `<p>Check ${optionId}</p>`, unsafe: false })),
      sources: ['tern-2024'],
      cardId: null,
    },
  },
  {
    cardId: 'decide',
    title: 'Decide first',
    sources: [],
    kind: 'decide-first',
    html: '<p>A scene.</p>',
    question: 'What do you do?',
    options: ['a', 'b'].map((id) => ({ ...option(id), rationaleHtml: `<p>${id}</p>`, unsafe: false })),
    keyOptionId: 'a',
    tool: { name: 'Invented tool', outputHtml: '<p>Do b.</p>', suggests: 'b' },
    learnedHtml: '<p>The note.</p>',
  },
];
