import { Refusal } from './problems.ts';

/** SQLSTATE `unique_violation`. */
const UNIQUE_VIOLATION = '23505';

/**
 * Runs a transaction and turns a broken uniqueness rule, by the name of its index, into a refusal. So two at once are
 * refused like one after the other. Anything else is thrown on.
 */
export async function refuseDuplicates<T>(refusals: Record<string, Refusal>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw refusals[brokenIndex(fault) ?? ''] ?? fault;
  }
}

function brokenIndex(fault: unknown): string | null {
  if (!(fault instanceof Error) || !('code' in fault) || fault.code !== UNIQUE_VIOLATION) return null;
  return 'constraint' in fault ? String(fault.constraint) : null;
}
