import type { FormEvent, ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import type { ErrorLine } from './error-summary.tsx';
import { FormProblems } from './form-problems.tsx';

type FormDialogProps = {
  title: string;
  form: {
    submit: (event: FormEvent<HTMLFormElement>) => void;
    busy: boolean;
    summary: readonly ErrorLine[];
    failure: string | null;
  };
  /** The act in words: "Add the post". */
  act: string;
  /** `stop` for what takes something away. */
  kind?: 'main' | 'stop';
  onLeave: () => void;
  children: ReactNode;
};

/** A short form over the page it belongs to. */
export function FormDialog({ title, form, act, kind = 'main', onLeave, children }: FormDialogProps) {
  return (
    <Dialog title={title} onClose={onLeave}>
      <form className="stack" noValidate onSubmit={form.submit}>
        <FormProblems summary={form.summary} failure={form.failure} />
        {children}
        <div className="row">
          <Button type="submit" kind={kind} disabled={form.busy}>
            {form.busy ? 'One moment' : act}
          </Button>
          <Button kind="text" onClick={onLeave}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
