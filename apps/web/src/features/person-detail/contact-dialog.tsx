import { correctPerson } from '@rounds/contracts/people';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { missing } from '../../lib/required-fields.ts';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { SectionProps } from './section.ts';

export function ContactDialog({ person, onChanged, onLeave }: SectionProps & { onLeave: () => void }) {
  const { personId, givenName, familyName, email, staffNumber } = person;
  const form = useSubmission({
    fields: ['givenName', 'familyName', 'email', 'staffNumber'],
    check: (values) => missing(values, { givenName: 'Write the given name', familyName: 'Write the family name' }),
    send: (values) =>
      call(correctPerson, {
        params: { personId },
        body: {
          givenName: values['givenName'],
          familyName: values['familyName'],
          email: values['email'] || null,
          staffNumber: values['staffNumber'] || null,
        },
      }),
    onDone(changed) {
      onChanged(changed, email && changed.email !== email ? `Corrected. We are telling ${email} that the address changed.` : 'Corrected.');
      onLeave();
    },
  });
  return (
    <FormDialog title="Correct name and contact" form={form} act="Save" onLeave={onLeave}>
      <Field {...form.field('givenName')} label="Given name" defaultValue={givenName} autoComplete="off" maxLength={100} />
      <Field {...form.field('familyName')} label="Family name" defaultValue={familyName} autoComplete="off" maxLength={100} />
      <Field {...form.field('email')} type="email" label="E-mail" hint={whatWillHappen(email)} defaultValue={email ?? ''} autoComplete="off" maxLength={254} />
      <Field {...form.field('staffNumber')} label="Staff number" hint="Another way to sign in." defaultValue={staffNumber ?? ''} autoComplete="off" maxLength={40} />
    </FormDialog>
  );
}

function whatWillHappen(email: string | null): string {
  if (email === null) return 'Leave it empty for somebody without one: they sign in by staff number.';
  return `If you change it, we write to ${email} to say so. From then on only the new address signs in.`;
}
