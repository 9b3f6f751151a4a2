import { Refusal } from '../../platform/problems.ts';

/** A post ends on its first day at the earliest. */
export function refuseBackwards(
  { startsOn, endsOn }: { startsOn: string; endsOn?: string | null | undefined },
  field: string,
): void {
  if (endsOn === null || endsOn === undefined || endsOn >= startsOn) return;
  throw new Refusal('invalid-request', 'The post would end before it starts', {
    detail: 'Choose a last day that is not before the first.',
    faults: [{ field, message: 'Choose a day that is not before the first.' }],
  });
}
