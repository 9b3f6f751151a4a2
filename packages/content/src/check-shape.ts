import type * as z from 'zod';
import type { Finding, Located } from './finding.ts';
import { faultAt } from './finding.ts';
import type { ReadYaml } from './read-yaml.ts';
import { sayIssue } from './say-issue.ts';

export type Shaped<T> = { located: Located<T> | undefined; findings: Finding[] };

/** Holds what was read against its schema. Without a fault, the value comes back with its lines. */
export function checkShape<T>(read: ReadYaml, schema: z.ZodType<T>): Shaped<T> {
  if (read.findings.length > 0) return { located: undefined, findings: read.findings };
  const result = schema.safeParse(read.value, { reportInput: true });
  if (result.success) return { located: { file: read.file, value: result.data, lineOf: read.lineOf }, findings: [] };
  const findings = result.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return faultAt(read, path, sayIssue(issue).trim());
  });
  return { located: undefined, findings };
}
