import { useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { cpdEntryQuery } from '../../api/cpd-record.queries.ts';
import { longDate } from '../../lib/dates.ts';
import { paths } from '../../lib/paths.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { useDraft } from '../../outbox/use-draft.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Crumbs } from '../../ui/crumbs.tsx';
import { type ErrorLine, ErrorSummary } from '../../ui/error-summary.tsx';
import { KeptLine } from '../../ui/kept-line.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { AboutReflections } from './about-reflections.tsx';
import { findIdentifiers, identifierWords } from './find-identifiers.ts';
import { TextArea } from '../../ui/text-area.tsx';

type Text = { learnt: string; means: string; willDo: string };

const EMPTY: Text = { learnt: '', means: '', willDo: '' };
const QUESTIONS: readonly { name: keyof Text; label: string }[] = [
  { name: 'learnt', label: 'What did you learn?' },
  { name: 'means', label: 'What does it mean for the people you care for?' },
  { name: 'willDo', label: 'What will you do?' },
];
const NOTHING: ErrorLine = { id: 'learnt', message: 'Write an answer to one of the questions' };
/** Milliseconds to wait for the server before the record says that the text is on this device. */
const PATIENCE = 3_000;

type QuestionsProps = { text: Text; missing: boolean; set: (text: Text) => void };

function Questions({ text, missing, set }: QuestionsProps) {
  return QUESTIONS.map(({ name, label }) => {
    const found = findIdentifiers(text[name]);
    return (
      <TextArea
        key={name}
        id={name}
        label={label}
        maxLength={5000}
        error={missing && name === NOTHING.id ? NOTHING.message : undefined}
        warning={found.length > 0 ? identifierWords(found) : undefined}
        value={text[name]}
        onChange={(event) => set({ ...text, [name]: event.target.value })}
      />
    );
  });
}

/** Tells whether this page is still shown. */
function useIsHere(): () => boolean {
  const shown = useRef(false);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  return () => shown.current;
}

function useReflection(completionId: string) {
  const { record, flush } = useOutbox();
  const navigate = useNavigate();
  const draft = useDraft<Text>(`reflection/${completionId}`, EMPTY);
  const [problems, setProblems] = useState<readonly ErrorLine[]>([]);
  const here = useIsHere();
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const [learnt, means, willDo] = [draft.value.learnt.trim(), draft.value.means.trim(), draft.value.willDo.trim()];
    if (!learnt && !means && !willDo) return setProblems([NOTHING]);
    await record({ kind: 'reflection-saved', completionId, learnt, means, willDo });
    await draft.drop(draft.value);
    await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    // Whoever has gone to another page meanwhile stays there.
    if (here()) await navigate(paths.cpdEntry(completionId));
  }
  return { draft, problems, save };
}

/** Three questions, about a minute, read by nobody but the writer. Every key is kept on the device. */
export function WriteReflection({ completionId }: { completionId: string }) {
  const { data: entry } = useSuspenseQuery(cpdEntryQuery(completionId));
  const { draft, problems, save } = useReflection(completionId);
  const written = Object.values(draft.value).some(Boolean);
  return (
    <>
      <PageHead
        title={`Reflect on “${entry.title}”`}
        crumb={<Crumbs to={paths.cpdEntry(completionId)}>CPD record</Crumbs>}
      >
        <p className="fact">Finished {longDate(entry.completedOn)}. About a minute.</p>
      </PageHead>
      <div className="grid3">
        <div className="wide-only" aria-hidden="true" />
        <form className="stack loose" onSubmit={(event) => void save(event)} noValidate>
          <ErrorSummary errors={problems} />
          <Notice kind="caution">
            <p>
              <strong>Write what you learnt, not the case.</strong> Removing a name may not be enough. A court can ask
              for this.
            </p>
          </Notice>
          <Questions text={draft.value} missing={problems.length > 0} set={draft.set} />
          <KeptLine at="device">
            {written ? 'Draft saved on this device' : 'Each word is saved on this device as you write.'}
          </KeptLine>
          <div className="row">
            <Button type="submit">Save reflection</Button>
            <ButtonLink kind="text" to={paths.cpdEntry(completionId)}>
              Finish later
            </ButtonLink>
          </div>
        </form>
        <AboutReflections />
      </div>
    </>
  );
}
