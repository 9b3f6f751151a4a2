import pino, { type Logger } from 'pino';

export type Log = Logger;
/** Injection token of the one logger. */
export const LOG = Symbol('log');

/** JSON lines to standard output. Callers pass ids, counts and codes only: no names, e-mails, answers or query values. */
export function makeLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/**
 * What of a fault may be logged: its kind, code and stack, never its values. A failed query carries its parameters,
 * and its message and detail can quote a row, so both are left out.
 */
export function redacted(fault: unknown): object {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const code = 'code' in fault ? String(fault.code) : undefined;
  const constraint = 'constraint' in fault ? String(fault.constraint) : undefined;
  const fromDatabase = 'query' in fault || 'severity' in fault;
  const frames = (fault.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    kind: fault.name,
    code,
    constraint,
    message: fromDatabase ? undefined : fault.message,
    stack: frames.slice(0, 12),
  };
}
