import { reinstatePerson, suspendPerson } from '@rounds/contracts/people';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { missing } from '../../lib/required-fields.ts';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/entries.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { nameOf, type SectionProps } from './section.ts';

type SuspensionProps = SectionProps & { organisation: string };

export function SuspensionSection(props: SuspensionProps) {
  const [asking, setAsking] = useState(false);
  const suspended = props.person.state === 'suspended';
  const act = suspended ? (
    <Button kind="second" block onClick={() => setAsking(true)}>
      Let them in again
    </Button>
  ) : (
    <Button kind="stop" block onClick={() => setAsking(true)}>
      Suspend
    </Button>
  );
  const leave = () => setAsking(false);
  return (
    <Entry label="Suspension" side={act}>
      <p>
        {suspended
          ? `${nameOf(props.person)} is suspended and cannot sign in here. All records are kept.`
          : 'Not suspended.'}
      </p>
      {asking &&
        (suspended ? <ReinstateDialog {...props} onLeave={leave} /> : <SuspendDialog {...props} onLeave={leave} />)}
    </Entry>
  );
}

function SuspendDialog({ person, organisation, onChanged, onLeave }: SuspensionProps & { onLeave: () => void }) {
  const form = useSubmission({
    fields: ['reason'],
    check: (values) => missing(values, { reason: 'Write the reason' }),
    send: ({ reason = '' }) => call(suspendPerson, { params: { personId: person.personId }, body: { reason } }),
    onDone(changed) {
      onChanged(changed, `${nameOf(person)} is suspended.`);
      onLeave();
    },
  });
  return (
    <FormDialog
      title={`Suspend ${nameOf(person)}?`}
      form={form}
      act={`Suspend ${nameOf(person)}`}
      kind="stop"
      onLeave={onLeave}
    >
      <p>{`They are signed out at once, and can no longer sign in to ${organisation}. Records, posts and roles stay as they are, and you can let them in again.`}</p>
      <TextArea
        {...form.field('reason')}
        label="Reason"
        hint="It is kept in the audit log. Leave health details out."
        maxLength={300}
      />
    </FormDialog>
  );
}

function ReinstateDialog({ person, organisation, onChanged, onLeave }: SuspensionProps & { onLeave: () => void }) {
  const form = useSubmission({
    fields: [],
    send: () => call(reinstatePerson, { params: { personId: person.personId } }),
    onDone(changed) {
      onChanged(changed, `${nameOf(person)} can sign in again.`);
      onLeave();
    },
  });
  return (
    <FormDialog title={`Let ${nameOf(person)} in again?`} form={form} act="Let them in again" onLeave={onLeave}>
      <p>{`They can sign in to ${organisation} as before, with the posts and roles above.`}</p>
    </FormDialog>
  );
}
