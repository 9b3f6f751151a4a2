import { withdrawLink } from '@rounds/contracts/person-links';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { refusalInWords } from '../../api/refusal-words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { type OpenLink, PURPOSES } from './open-links.tsx';
import { nameOf, type SectionProps } from './section.ts';

export function WithdrawDialog({
  person,
  link,
  onChanged,
  onLeave,
}: SectionProps & { link: OpenLink; onLeave: () => void }) {
  const what = PURPOSES[link.purpose].toLowerCase();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call(withdrawLink, { params: { personId: person.personId, linkId: link.linkId } }),
    onSuccess(changed) {
      onChanged(changed, `The ${what} is withdrawn.`);
      onLeave();
    },
  });
  return (
    <ConfirmDialog
      title={`Withdraw the ${what}?`}
      act="Withdraw it"
      kind="stop"
      leave="Keep it"
      busy={isPending}
      failure={error && refusalInWords(error)}
      onConfirm={() => mutate()}
      onLeave={onLeave}
    >
      <p>{`What ${nameOf(person)} was given opens nothing from then on. You can make a new one.`}</p>
    </ConfirmDialog>
  );
}
