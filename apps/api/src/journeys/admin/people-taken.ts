import { refuseDuplicates } from '../../platform/duplicate.ts';
import { Refusal } from '../../platform/problems.ts';

/** An address of somebody of the same organisation, which its administrators may know. */
export const addressInUse = (): Refusal =>
  new Refusal('conflict', 'This e-mail address is in use', {
    detail: 'A person of your organisation has it. Look for them in the list.',
    faults: [{ field: 'email', message: 'Another person here has this address.' }],
  });

/**
 * Refuses an address or a staff number that is somebody's already. Of an address it tells no more than that: it may
 * belong to a person of another organisation.
 */
export function refuseTaken<T>(work: () => Promise<T>): Promise<T> {
  const address = new Refusal('conflict', 'This e-mail address cannot be used', {
    detail: 'Look for the person in the list, check the spelling, or leave the address out.',
    faults: [{ field: 'email', message: 'This address cannot be used.' }],
  });
  const staffNumber = new Refusal('conflict', 'This staff number is in use', {
    detail: 'Each staff number belongs to one person of the organisation. Check it.',
    faults: [{ field: 'staffNumber', message: 'Another person here has this number.' }],
  });
  return refuseDuplicates(
    { person_email: address, membership_invited_email: addressInUse(), membership_staff_number: staffNumber },
    work,
  );
}
