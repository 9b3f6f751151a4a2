import type { RouteObject } from 'react-router';
import { paths } from '../../lib/paths.ts';

/** Pages inside the masthead. */
export const learnerPages: RouteObject[] = [
  { path: paths.today, lazy: () => import('./today.route.tsx') },
  { path: paths.library, lazy: () => import('./library.route.tsx') },
  { path: paths.path(':pathId'), lazy: () => import('./path.route.tsx') },
  { path: paths.discussion(':pathId'), lazy: () => import('./path-discussion.route.tsx') },
  { path: paths.joinDiscussion, lazy: () => import('./join-discussion.route.tsx') },
  { path: paths.module(':moduleId'), lazy: () => import('./module.route.tsx') },
  { path: paths.result(':attemptId'), lazy: () => import('./result.route.tsx') },
  { path: paths.cpdRecord, lazy: () => import('./cpd-record.route.tsx') },
  { path: paths.cpdEntry(':completionId'), lazy: () => import('./cpd-entry.route.tsx') },
  { path: paths.reflect(':completionId'), lazy: () => import('./reflect.route.tsx') },
];

/** Screens with one step each, without the masthead. */
export const learnerSteps: RouteObject[] = [
  { path: paths.read(':versionId'), lazy: () => import('./resume-reading.route.tsx') },
  { path: `${paths.read(':versionId')}/:card`, lazy: () => import('./read.route.tsx') },
  { path: paths.quiz(':versionId'), lazy: () => import('./resume-quiz.route.tsx') },
  { path: paths.quizReview(':versionId'), lazy: () => import('./review.route.tsx') },
  { path: `${paths.quiz(':versionId')}/:question`, lazy: () => import('./question.route.tsx') },
];
