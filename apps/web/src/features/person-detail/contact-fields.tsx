import { Field } from '../../ui/field.tsx';

export const CONTACT_FIELDS = ['givenName', 'familyName', 'email', 'staffNumber'] as const;

type Now = { givenName: string; familyName: string; email: string | null; staffNumber: string | null };
type ContactFieldsProps = {
  field: (name: string) => { id: string; name: string; error: string | undefined };
  /** What stands there now; nothing for a new person. */
  now?: Now;
  emailHint: string;
};

const PLAIN = { autoComplete: 'off' } as const;

/** A person's name and contact: the same for a new person and to correct one. */
export function ContactFields({ field, now, emailHint }: ContactFieldsProps) {
  const { givenName = '', familyName = '', email, staffNumber } = now ?? {};
  return (
    <>
      <Field {...field('givenName')} {...PLAIN} label="Given name" defaultValue={givenName} maxLength={100} />
      <Field {...field('familyName')} {...PLAIN} label="Family name" defaultValue={familyName} maxLength={100} />
      <Field
        {...field('email')}
        {...PLAIN}
        type="email"
        label="E-mail"
        hint={emailHint}
        defaultValue={email ?? ''}
        maxLength={254}
      />
      <Field
        {...field('staffNumber')}
        {...PLAIN}
        label="Staff number"
        hint="Another way to sign in, with the organisation’s code."
        defaultValue={staffNumber ?? ''}
        maxLength={40}
      />
    </>
  );
}
