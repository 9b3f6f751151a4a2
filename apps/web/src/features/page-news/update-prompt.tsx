import { useUpdateView } from '../../program/update.zustand.ts';
import { goOnWithNewVersion } from '../../program/begin-anew.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './page-news.module.css';

/** Asks before a newer version of the program takes over. Stands on pages alone, never beside a card or a question. */
export function UpdatePrompt() {
  const { ready, busyElsewhere } = useUpdateView();
  return (
    <div className={styles.said} role="status">
      {ready && (
        <Notice>
          <p>A new version of Rounds is ready. What you have done is kept.</p>
          {busyElsewhere && <p>A module is open in another tab. Finish or leave it there first.</p>}
          <p>
            <Button kind="text" onClick={() => void goOnWithNewVersion()}>
              Use it now
            </Button>
          </p>
        </Notice>
      )}
    </div>
  );
}
