import * as z from 'zod';

/** A stable name in files, addresses and records. */
export const Code = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens');

/** Codes of options and prompts: the contract's `OptionId`. */
export const OptionCode = Code.max(40);

/** One line without Markdown, shown as it is. */
export const Plain = z.string().trim().min(1).max(400);

/** Markdown of one or more paragraphs. Its HTML must fit the contract's 20,000 characters. */
export const Markdown = z.string().trim().min(1).max(6000);
