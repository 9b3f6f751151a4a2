import { signOffVersion } from '@rounds/contracts/sign-off';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { longDate } from '../../lib/dates.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Choices } from '../../ui/choice.tsx';
import { FaultLine } from '../../ui/fault-line.tsx';
import { FormProblems } from '../../ui/form-problems.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Said } from '../../ui/said.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { REVIEW_KINDS, reviewInWords } from './review-words.ts';
import { SignOffDialog } from './sign-off-dialog.tsx';
import type { VersionRead } from './version-read.ts';

/** Who vouches for the version, or the form to do it by name. */
export function SignOffPanel({ version, organisation }: { version: VersionRead; organisation: string }) {
  const [signed, setSigned] = useState(false);
  const { state, comment, retired } = version;
  return (
    <Panel title="Sign-off" id="sign-off">
      <Tag kind={REVIEW_KINDS[state]}>{reviewInWords(version)}</Tag>
      <Said words={signed ? 'It earns minutes and can be assigned from now on.' : ''} />
      {comment && <p>{comment}</p>}
      <p className="fact">{`Version ${version.version}: ${version.changeNote || 'no note on what is new.'}`}</p>
      {version.reviewOverdue && <p className="fact">{`Its review was due by ${longDate(version.reviewBy)}.`}</p>}
      {state === 'waiting' && !retired && (
        <SignOffForm version={version} organisation={organisation} onSigned={() => setSigned(true)} />
      )}
      {retired && <p className="fact">This version is retired: it is no longer signed off.</p>}
    </Panel>
  );
}

type SignOffFormProps = { version: VersionRead; organisation: string; onSigned: () => void };

function SignOffForm({ version, organisation, onSigned }: SignOffFormProps) {
  const client = useQueryClient();
  const [comment, setComment] = useState<string | null>(null);
  const form = useSubmission({
    fields: ['haveRead'],
    check: ({ haveRead }) => (haveRead ? {} : { haveRead: 'Tick that you have read all of it' }),
    send: async (values) => setComment(values['comment'] ?? ''),
  });
  const haveRead = form.field('haveRead');
  async function sign(words: string): Promise<void> {
    await call(signOffVersion, { params: { versionId: version.versionId }, body: { haveRead: true, comment: words } });
    await client.invalidateQueries({ queryKey: ['sign-offs'] });
    onSigned();
  }
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <FormProblems summary={form.summary} failure={form.failure} />
      <Choices
        legend="Statement"
        legendLook="none"
        bare
        note={haveRead.error && <FaultLine>{haveRead.error}</FaultLine>}
      >
        <Choice type="checkbox" id={haveRead.id} name="haveRead" aria-invalid={haveRead.error ? true : undefined}>
          I have read every card, question, key and reason of this version.
        </Choice>
      </Choices>
      <TextArea name="comment" small label="Comment, if you have one" hint="Kept beside your name." maxLength={500} />
      <Button type="submit">{`Sign off version ${version.version}`}</Button>
      {comment !== null && (
        <SignOffDialog
          version={version}
          organisation={organisation}
          onSign={() => sign(comment)}
          onLeave={() => setComment(null)}
        />
      )}
    </form>
  );
}
