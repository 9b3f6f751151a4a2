import { HAND_IN_BYTES, HandInFile, handIn } from '@rounds/contracts/hand-in';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { refreshDerived } from '../../api/after-learning.ts';
import { call } from '../../api/client.ts';
import { refusalInWords } from '../../api/refusal-words.ts';
import { refreshStates } from '../../outbox/version-state.ts';
import { Button } from '../../ui/button.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { FieldFrame } from '../../ui/field-frame.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { HandedIn } from './handed-in.tsx';

const NOT_OURS = 'This is not a hand-in file. Choose the file that Rounds saved, “rounds-hand-in”.';

/** The file's content, or what is wrong with it in words. */
async function readHandIn(file: File | undefined): Promise<HandInFile | string> {
  if (!file) return 'Choose the file.';
  if (file.size > HAND_IN_BYTES) return NOT_OURS;
  const content: unknown = await file
    .text()
    .then(JSON.parse, () => null)
    .catch(() => null);
  const read = HandInFile.safeParse(content);
  return read.success ? read.data : NOT_OURS;
}

function useHandIn() {
  const client = useQueryClient();
  const [fault, setFault] = useState<string>();
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: (body: HandInFile) => call(handIn, { body }),
    async onSuccess() {
      await Promise.all([refreshDerived(client), refreshStates(client)]);
    },
  });
  async function submit(file: File | undefined): Promise<void> {
    reset();
    const read = await readHandIn(file);
    setFault(typeof read === 'string' ? read : undefined);
    if (typeof read !== 'string') mutate(read);
  }
  return { submit, fault, answer: data, refused: error, busy: isPending };
}

function FileForm({
  busy,
  fault,
  onSubmit,
}: {
  busy: boolean;
  fault?: string | undefined;
  onSubmit: (file?: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSubmit(input.current?.files?.[0]);
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <FieldFrame label="Hand-in file" hint="Its name begins with “rounds-hand-in”." error={fault}>
        {(control) => <input type="file" accept=".json,application/json" ref={input} {...control} />}
      </FieldFrame>
      <div className="row">
        <Button type="submit" disabled={busy}>
          {busy ? 'One moment' : 'Hand it in'}
        </Button>
      </div>
    </form>
  );
}

/** The last resort: work that a device could not send comes as a file, from any other device. */
export function HandIn() {
  const { submit, fault, answer, refused, busy } = useHandIn();
  return (
    <>
      <PageHead title="Hand in saved work">
        <p className="lead">
          For work that a device could not send by itself. Save the file there, bring it here, and it joins your record.
        </p>
      </PageHead>
      <Entries>
        <Entry label="The file">
          <div className="stack">
            {refused && (
              <Notice kind="stop" alert>
                <p>{refusalInWords(refused)}</p>
              </Notice>
            )}
            <FileForm busy={busy} fault={fault} onSubmit={(file) => void submit(file)} />
            <p className="fact">
              Only the person who did the work can hand it in, and it counts once. To make the file: sign out on the
              device with the work, and choose “Save it as a hand-in file”.
            </p>
          </div>
        </Entry>
        {answer && <HandedIn answer={answer} />}
      </Entries>
    </>
  );
}
