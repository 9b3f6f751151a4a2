import type * as z from 'zod/mini';
import { Refusal, STATUS_OF } from '../problems.ts';
import type { FormFault } from './form-fields.ts';

/** What a form page shows again when something is to be mended. */
export type Mending = { faults: FormFault[]; status: number };

/** Checks a form by an endpoint's own body schema; faults come back by field. */
export function readForm<Shape extends z.ZodMiniType>(
  schema: Shape,
  values: object,
): { ok: true; body: z.infer<Shape> } | { ok: false; mending: Mending } {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, body: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return { ok: false, mending: { faults, status: STATUS_OF['invalid-request'] } };
}

type Tried<T> = { ok: true; done: T } | { ok: false; refusal: Refusal; mending: Mending };

/**
 * Runs a use case for a form. A refusal comes back, with faults to show: its own, or its words for the form as a whole,
 * which lead to `field`. Anything else is thrown on.
 */
export async function tryFor<T>(field: string, work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { ok: true, done: await work() };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const { detail, faults } = fault.more;
    const words = [`${fault.message}.`, detail].filter((part) => part !== undefined).join(' ');
    return {
      ok: false,
      refusal: fault,
      mending: { faults: faults ?? [{ field, message: words, whole: true }], status: STATUS_OF[fault.code] },
    };
  }
}
