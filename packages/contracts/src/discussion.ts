import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { text } from './text.ts';

/** What a group needs for a quarter of an hour. Plain text, as its author wrote it. */
export const DiscussionKit = z.object({
  aim: z.string(),
  /** One an outcome of a module in the path. */
  questions: z.array(z.string()),
  /** Paragraphs. All people in it are invented. */
  caseText: z.array(z.string()),
  /** What the group writes down together. */
  writeDown: z.array(z.string()),
  sources: z.array(z.string()),
});
export type DiscussionKit = z.infer<typeof DiscussionKit>;

/** Credit minutes of one discussion for each who took part. */
export const DISCUSSION_MINUTES = 15;
/** Nobody discusses alone. */
export const FEWEST_PARTICIPANTS = 2;

export const readDiscussionKit = endpoint({
  method: 'GET',
  path: '/learner/paths/:pathId/discussion',
  summary: 'What a group needs to discuss one learning path',
  audience: 'learner',
  policy: 'member',
  params: z.object({ pathId: z.uuid() }),
  response: z.object({ pathId: z.uuid(), title: z.string(), kit: DiscussionKit }),
  problems: ['not-found'],
});

/** A discussion as one of its people sees it. Who else took part is not told. */
export const Discussion = z.object({
  discussionId: z.uuid(),
  pathId: z.uuid(),
  pathTitle: z.string(),
  /** Typed by each who takes part, on the day it was opened. */
  code: z.string(),
  on: z.iso.date(),
  confirmed: z.int(),
  /** What I wrote; null before I confirmed. */
  line: z.nullable(z.string()),
  /** My minutes: 0 before I confirmed, and while I am the only one. */
  minutes: z.int(),
});
export type Discussion = z.infer<typeof Discussion>;

export const openDiscussion = endpoint({
  method: 'POST',
  path: '/learner/discussions',
  summary: 'Open a team discussion of a learning path: it gives a code for today',
  audience: 'learner',
  policy: 'member',
  body: z.object({ pathId: z.uuid() }),
  response: Discussion,
  status: 201,
  problems: ['not-found'],
});

export const readDiscussion = endpoint({
  method: 'GET',
  path: '/learner/discussions/:discussionId',
  summary: 'A discussion that I opened or took part in',
  audience: 'learner',
  policy: 'member',
  params: z.object({ discussionId: z.uuid() }),
  response: Discussion,
  problems: ['not-found'],
});

export const confirmDiscussion = endpoint({
  method: 'POST',
  path: '/learner/discussions/confirmations',
  summary: 'Confirm by its code that I take part in a discussion today, with a line of my own',
  audience: 'learner',
  policy: 'member',
  body: z.object({ code: text(20), line: text(500).check(z.trim(), z.minLength(1, 'Write a line.')) }),
  response: Discussion,
  problems: ['not-found', 'too-many-tries'],
});
