import type { ModulePage, ModuleSummary } from '@rounds/contracts/catalogue';
import type { LearnerItem } from '@rounds/contracts/item';
import type { Card, LearnerDocument } from '@rounds/contracts/learner-document';
import type { Me } from '@rounds/contracts/me';
import type { VersionState } from '@rounds/contracts/version';

const id = (number: number): string => `01a5c9ee-8b1c-7000-8000-${String(number).padStart(12, '0')}`;

export const VERSION = id(1);
export const MODULE = id(2);

export function aMe(change: Partial<Me> = {}): Me {
  return {
    personId: id(10),
    name: 'Juniper Larkspur',
    email: 'juniper.larkspur@northgate.test',
    postTitle: 'Specialty doctor',
    organisation: { organisationId: id(11), name: 'Northgate', timeZone: 'Europe/London' },
    organisations: [{ organisationId: id(11), name: 'Northgate' }],
    roles: [],
    demo: false,
    sharedDevice: false,
    ...change,
  };
}

export function anItem(number: number, change: Partial<LearnerItem> = {}): LearnerItem {
  return {
    itemId: id(100 + number),
    kind: 'single-best-answer',
    outcomeId: 'o1',
    safetyCritical: false,
    stemHtml: `<p>Scene ${number}.</p><p>Question ${number}?</p>`,
    prompts: [],
    options: ['a', 'b', 'c'].map((optionId) => ({ optionId, html: `Option ${optionId} of ${number}` })),
    ...change,
  };
}

const shared = (cardId: string, title: string) => ({ cardId, title, sources: [] });

export const TEXT_CARD: Card = { ...shared('one', 'The alert'), kind: 'text', html: '<p>Silence is not safety.</p>' };

export const CHECK_CARD: Card = {
  ...shared('two', 'Check: who answers?'),
  kind: 'check',
  html: '',
  item: {
    itemId: id(50),
    kind: 'single-best-answer',
    stemHtml: '<p>Who answers?</p>',
    prompts: [],
    options: [
      { optionId: 'firm', html: 'The firm' },
      { optionId: 'doctor', html: 'The doctor' },
    ],
    key: { kind: 'single-best-answer', optionId: 'doctor' },
    rationales: [
      { optionId: 'firm', html: '<p>It signed nothing.</p>', unsafe: false },
      { optionId: 'doctor', html: '<p>The signature decides.</p>', unsafe: false },
    ],
    sources: [],
    cardId: null,
  },
};

export const DECIDE_CARD: Card = {
  ...shared('three', 'Decide first: the letter'),
  kind: 'decide-first',
  html: '<p>You write a letter.</p>',
  question: 'What must it name?',
  options: [
    { optionId: 'both', html: 'Both medicines', rationaleHtml: '<p>The whole list.</p>', unsafe: false },
    { optionId: 'one', html: 'One medicine', rationaleHtml: '<p>One is missed.</p>', unsafe: true },
  ],
  keyOptionId: 'both',
  tool: { name: 'Letterwing', outputHtml: '<p>Dear Doctor, metformin.</p>', suggests: 'one' },
  learnedHtml: '<p>It used your own list.</p>',
};

export const SCENARIO_CARD: Card = {
  ...shared('four', 'The score says low'),
  kind: 'scenario',
  html: '<p>Perry opens the score.</p>',
  start: 'first',
  nodes: [
    {
      nodeId: 'first',
      html: '<p>What do you say?</p>',
      choices: [{ choiceId: 'look', text: 'Let us look', feedbackHtml: '<p>Good.</p>', to: 'end' }],
    },
    { nodeId: 'end', html: '<p>He is grey.</p>', choices: [] },
  ],
};

export function aDocument(change: Partial<LearnerDocument> = {}): LearnerDocument {
  return {
    versionId: VERSION,
    moduleId: MODULE,
    moduleCode: 'automation-bias',
    pathId: id(3),
    pathTitle: 'Working safely with AI',
    version: '1.0',
    title: 'Automation bias',
    summary: 'Decide first.',
    language: 'en-GB',
    audience: ['clinicians'],
    level: 'foundation',
    minutes: 8,
    outcomes: [{ id: 'o1', text: 'decide first' }],
    capabilities: [],
    standards: [],
    author: 'Sorrel Finch',
    aiUse: 'None.',
    reviewedBy: null,
    reviewBy: '2027-09-01',
    helpLine: null,
    contentWarning: null,
    references: [],
    cards: [TEXT_CARD, CHECK_CARD, DECIDE_CARD, SCENARIO_CARD],
    quiz: { size: 3, passMark: 2, items: [1, 2, 3, 4].map((number) => anItem(number)) },
    ...change,
  };
}

export function aVersionState(change: Partial<VersionState> = {}): VersionState {
  return {
    progress: {
      viewedCardIds: [],
      lastCardId: null,
      checks: {},
      decisions: {},
      scenarios: {},
      notes: {},
      quizDraft: null,
    },
    nextTryNumber: 1,
    lastAttemptId: null,
    passedAttemptId: null,
    receipt: 'r1.given-by-the-server',
    ...change,
  };
}

export function aModuleSummary(change: Partial<ModuleSummary> = {}): ModuleSummary {
  return {
    moduleId: MODULE,
    versionId: VERSION,
    title: 'Automation bias',
    summary: 'Decide first.',
    minutes: 8,
    kilobytes: 6,
    level: 'foundation',
    audience: ['clinicians'],
    capabilities: [{ framework: 'ADHT', code: '4.1' }],
    pathId: id(3),
    pathTitle: 'Working safely with AI',
    state: 'not-started',
    completedOn: null,
    reviewedBy: null,
    reviewOverdue: false,
    ...change,
  };
}

export function aModulePage(change: Partial<ModulePage> = {}): ModulePage {
  return {
    ...aModuleSummary(),
    version: '1.0',
    publishedOn: '2027-02-03',
    retired: false,
    outcomes: [{ id: 'o1', text: 'decide first' }],
    standards: [{ body: 'NMC Code', version: '2018', code: 'preserve safety', why: 'You check a tool.' }],
    author: 'Sorrel Finch',
    aiUse: 'It drafted 4 questions.',
    reviewBy: '2027-09-01',
    contentWarning: null,
    references: [],
    cardCount: 7,
    quiz: { size: 8, passMark: 6, safetyCriticalItems: 1 },
    credit: { counts: true, reason: null, nextRoundFrom: null },
    askedAgain: null,
    resume: null,
    lastAttemptId: null,
    lastAttemptPassed: null,
    ...change,
  };
}
