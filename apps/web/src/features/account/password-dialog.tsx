import { changePassword, SHORTEST_PASSWORD } from '@rounds/contracts/password';
import { useQueryClient } from '@tanstack/react-query';
import { sessionsQuery } from '../../api/account.queries.ts';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import type { FormValues } from '../../lib/form-values.ts';
import { missing } from '../../lib/required-fields.ts';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';

function check(values: FormValues): Record<string, string> {
  const faults = missing(values, {
    oldPassword: 'Type the password you have now',
    newPassword: 'Type a new password',
  });
  const { newPassword = '' } = values;
  if (newPassword && newPassword.length < SHORTEST_PASSWORD) {
    faults['newPassword'] = `Use ${SHORTEST_PASSWORD} characters or more`;
  }
  return faults;
}

export function PasswordDialog({ onDone, onLeave }: { onDone: () => void; onLeave: () => void }) {
  const client = useQueryClient();
  const form = useSubmission({
    fields: ['oldPassword', 'newPassword'],
    check,
    send: ({ oldPassword = '', newPassword = '' }) => call(changePassword, { body: { oldPassword, newPassword } }),
    onDone() {
      void client.invalidateQueries(sessionsQuery);
      onDone();
      onLeave();
    },
  });
  return (
    <FormDialog title="Change your password" form={form} act="Change the password" onLeave={onLeave}>
      <Field
        {...form.field('oldPassword')}
        type="password"
        label="Password you have now"
        autoComplete="current-password"
        maxLength={200}
      />
      <Field
        {...form.field('newPassword')}
        type="password"
        label="New password"
        hint={`${SHORTEST_PASSWORD} characters or more. 3 or 4 words that do not belong together are good. You can paste it.`}
        autoComplete="new-password"
        maxLength={200}
      />
    </FormDialog>
  );
}
