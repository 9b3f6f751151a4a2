import { correctPerson } from '@rounds/contracts/people';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { missing } from '../../lib/required-fields.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { CONTACT_FIELDS, ContactFields } from './contact-fields.tsx';
import type { SectionProps } from './section.ts';

export function ContactDialog({ person, onChanged, onLeave }: SectionProps & { onLeave: () => void }) {
  const { personId, state } = person;
  // Nobody signs in by an address before they have accepted, so nobody is told.
  const told = state === 'active' || state === 'suspended' ? person.email : null;
  const form = useSubmission({
    fields: CONTACT_FIELDS,
    check: (values) => missing(values, { givenName: 'Write the given name', familyName: 'Write the family name' }),
    send({ givenName, familyName, email, staffNumber }) {
      const body = { givenName, familyName, email: email || null, staffNumber: staffNumber || null };
      return call(correctPerson, { params: { personId }, body });
    },
    onDone(changed) {
      onChanged(changed, whatHappened(told, changed.email));
      onLeave();
    },
  });
  return (
    <FormDialog title="Correct name and contact" form={form} act="Save" onLeave={onLeave}>
      <ContactFields field={form.field} now={person} emailHint={whatWillHappen(told)} />
    </FormDialog>
  );
}

function whatHappened(told: string | null, now: string | null): string {
  return told && now !== told ? `Corrected. We are telling ${told} that the address changed.` : 'Corrected.';
}

function whatWillHappen(email: string | null): string {
  if (email === null) return 'Leave it empty for somebody without one: they sign in by staff number.';
  return `If you change it, we write to ${email} to say so. From then on only the new address signs in.`;
}
