import { clockTime, longDate } from '../../lib/dates.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Issued } from './issued.ts';
import { JoiningSheet } from './joining-sheet.tsx';
import styles from './issued-dialog.module.css';

type IssuedDialogProps = { issued: Issued; name: string; email: string | null; onLeave: () => void };

/** What was just made. A link or code that is shown here is shown this once. */
export function IssuedDialog({ issued: { kind, link }, name, email, onLeave }: IssuedDialogProps) {
  const until = `The ${kind === 'invitation' ? 'link' : 'code'} works once, until ${longDate(link.expiresAt)}, ${clockTime(link.expiresAt)}.`;
  if (link.shown === null) {
    return (
      <Dialog title="The invitation is on its way" onClose={onLeave}>
        <p>{`We are writing to ${email ?? name}. ${until}`}</p>
        <Done onLeave={onLeave} />
      </Dialog>
    );
  }
  if (kind === 'invitation') {
    return (
      <Dialog title={`A link for ${name}`} onClose={onLeave}>
        <p>{`Give it to them yourself: it opens their account. ${until} It is shown here only now.`}</p>
        <p className={styles.shown}>
          <code>{link.shown}</code>
        </p>
        <div className="row">
          <CopyButton words={link.shown} what="the link" />
        </div>
        <Done onLeave={onLeave} />
      </Dialog>
    );
  }
  return (
    <Dialog title={`A joining code for ${name}`} onClose={onLeave}>
      <p>{`Print it and hand it over: it opens their account. ${until} It is shown here only now.`}</p>
      <JoiningSheet organisationCode={link.organisationCode} code={link.shown} name={name} until={until} />
      <div className="row">
        <Button onClick={() => window.print()}>Print</Button>
        <Button kind="text" onClick={onLeave}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}

function Done({ onLeave }: { onLeave: () => void }) {
  return (
    <div className="row">
      <Button onClick={onLeave}>Done</Button>
    </div>
  );
}
