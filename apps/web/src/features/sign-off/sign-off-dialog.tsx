import { useMutation } from '@tanstack/react-query';
import { refusalInWords } from '../../api/refusal-words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { VersionRead } from './version-read.ts';

type SignOffDialogProps = {
  version: VersionRead;
  organisation: string;
  onSign: () => Promise<void>;
  onLeave: () => void;
};

export function SignOffDialog({ version, organisation, onSign, onLeave }: SignOffDialogProps) {
  const { mutate, isPending, error } = useMutation({ mutationFn: onSign, onSuccess: onLeave });
  return (
    <ConfirmDialog
      title={`Sign off “${version.title}”, version ${version.version}?`}
      act="Sign it off by name"
      leave="Not yet"
      busy={isPending}
      failure={error && refusalInWords(error)}
      onConfirm={() => mutate()}
      onLeave={onLeave}
    >
      <p>{`You vouch for it in ${organisation}. Your name and today’s date stand on the module and on every record of it.`}</p>
      <p>{`From now on a pass earns ${version.minutes} minutes. It cannot be taken back; a new version is signed off anew.`}</p>
    </ConfirmDialog>
  );
}
