import { LearningAudience, Level, Strength } from '@rounds/contracts/learner-document';
import * as z from 'zod';
import { Code, Plain } from './authored-text.ts';

const Prose = z.string().trim().min(1).max(600);
const AuthoredReference = z.strictObject({
  id: Code,
  authors: Plain,
  title: Plain,
  year: z.int().min(1900).max(2100),
  container: Plain,
  address: z.nullable(z.string().regex(/^https:\/\/\S+$/, 'must begin with https://, or be null')),
  addressChecked: z.boolean(),
  strength: z.enum(Strength.options),
  evidenceDate: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "must be '2017', '2017-04' or '2017-04-27', in quotes"),
  mark: z.enum(['V', 'V2']),
  note: Prose,
});

const Reviewer = z.strictObject({ name: Plain, role: Plain, registration: z.nullable(Plain), on: z.iso.date() });

/** module.yaml: everything about a learning module but its cards and items. */
export const ModuleManifest = z.strictObject({
  id: Code,
  path: Code,
  position: z.int().min(1),
  version: z.string().regex(/^[1-9]\d*\.(0|[1-9]\d*)$/, "must be major.minor in quotes, as '1.0'"),
  change: z.enum(['major', 'minor']),
  changeNote: Prose,
  title: Plain.max(80),
  summary: Plain.max(200),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'must be a language tag such as en-GB'),
  audience: z.array(z.enum(LearningAudience.options)).min(1),
  level: z.enum(Level.options),
  safetyCritical: z.boolean(),
  suicideRelated: z.boolean(),
  outcomes: z.array(z.strictObject({ id: Code, text: Plain })).length(3),
  capabilities: z.array(z.strictObject({ framework: Plain, code: z.string().min(1).max(40) })).min(1),
  standards: z.array(z.strictObject({ body: Plain, version: Plain, code: Plain, why: Plain })).min(1),
  minutes: z.int().min(5).max(10),
  author: Plain,
  aiUse: Prose,
  reviewedBy: z.nullable(Reviewer),
  reviewBy: z.iso.date(),
  helpline: z.nullable(z.strictObject({ name: Plain, contact: Plain, note: Plain })),
  contentWarning: z.nullable(Prose),
  references: z.array(AuthoredReference).min(1),
  quiz: z.strictObject({ size: z.int().min(5).max(8), passMark: z.number().positive() }),
});
export type ModuleManifest = z.infer<typeof ModuleManifest>;

/**
 * What a group needs to discuss a path. Each question comes from an outcome of one of its modules; sources are references
 * of its modules. Plain text: it is shown and printed as it is.
 */
const AuthoredDiscussion = z.strictObject({
  aim: Plain,
  questions: z.array(z.strictObject({ text: Plain, module: Code, outcome: Code })).length(3),
  case: z.array(Prose).min(1).max(4),
  writeDown: z.array(Plain).min(1).max(4),
  sources: z.array(z.strictObject({ module: Code, reference: Code })).min(1),
});
export type AuthoredDiscussion = z.infer<typeof AuthoredDiscussion>;

/** paths.yaml: the learning paths, in the order of `position`. */
export const AuthoredPaths = z.array(
  z.strictObject({
    id: Code,
    title: Plain.max(80),
    summary: Plain,
    position: z.int().min(1),
    discussion: z.optional(AuthoredDiscussion),
  }),
);
export type AuthoredPath = z.infer<typeof AuthoredPaths>[number];
