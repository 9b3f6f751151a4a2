import * as z from 'zod/mini';
import { ReviewedBy } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import { MarkingItem } from './item.ts';
import { LearnerDocument } from './learner-document.ts';
import { text } from './text.ts';

const reviewer = { audience: 'educator', policy: ['reviewer'] } as const;

/** `waiting`: nobody vouches for it here. `signed-off`: a reviewer of this organisation. `reviewed-in-files`: its files name one. */
export const ReviewState = z.enum(['waiting', 'signed-off', 'reviewed-in-files']);
export type ReviewState = z.infer<typeof ReviewState>;

export const VersionForReview = z.object({
  versionId: z.uuid(),
  moduleId: z.uuid(),
  title: z.string(),
  /** `major.minor`. */
  version: z.string(),
  /** What is new against the version before. */
  changeNote: z.string(),
  pathTitle: z.string(),
  minutes: z.int(),
  publishedOn: z.iso.date(),
  reviewBy: z.iso.date(),
  reviewOverdue: z.boolean(),
  state: ReviewState,
  reviewedBy: z.nullable(ReviewedBy),
});
export type VersionForReview = z.infer<typeof VersionForReview>;

export const listVersionsForReview = endpoint({
  method: 'GET',
  path: '/educator/versions',
  summary: 'Current versions and who vouches for each here; those that wait come first',
  ...reviewer,
  query: z.object({ state: z.optional(ReviewState), cursor: z.optional(z.string().check(z.maxLength(300))) }),
  response: z.object({ versions: z.array(VersionForReview), waiting: z.int(), nextCursor: z.nullable(z.string()) }),
});

const ofVersion = { params: z.object({ versionId: z.uuid() }) };

/** A quiz item with its key as it is marked in this organisation. */
export const ItemForReview = z.extend(MarkingItem, {
  /** The key was mended here after publication. */
  mended: z.boolean(),
});
export type ItemForReview = z.infer<typeof ItemForReview>;

export const readVersionForReview = endpoint({
  method: 'GET',
  path: '/educator/versions/:versionId',
  summary: 'One version to read before signing it off: what learners see, and the quiz with its keys',
  ...reviewer,
  ...ofVersion,
  response: z.extend(VersionForReview, {
    /** Null where the files name the reviewer, or nobody has signed. */
    comment: z.nullable(z.string()),
    retired: z.boolean(),
    document: LearnerDocument,
    items: z.array(ItemForReview),
  }),
  problems: ['not-found'],
});

export const signOffVersion = endpoint({
  method: 'POST',
  path: '/educator/versions/:versionId/sign-off',
  summary: 'Vouch for a version in this organisation, by name; once',
  ...reviewer,
  audit: 'version.signed-off',
  ...ofVersion,
  body: z.object({
    /** "I have read every card, item, key and rationale of this version." */
    haveRead: z.literal(true),
    comment: text(500),
  }),
  status: 201,
  response: VersionForReview,
  problems: ['not-found', 'already-done', 'version-retired'],
});
