import type { ModulePage } from '@rounds/contracts/catalogue';
import { longDate } from '../../lib/dates.ts';
import { Notice } from '../../ui/notice.tsx';

function minutesWords({ credit, state }: ModulePage): string | null {
  if (credit.counts) return null;
  if (credit.reason === 'not-reviewed') {
    return 'A pass is kept as completed. It adds no minutes until a named clinician has signed this module off.';
  }
  const next = credit.nextRoundFrom ? ` A pass adds minutes again from ${longDate(credit.nextRoundFrom)}.` : '';
  return state === 'completed' ? `Its minutes are in your CPD record.${next}` : null;
}

/** What to know before starting: what it contains, whether it still stands, whether a pass adds minutes. */
export function ModuleNotices({ module, organisation }: { module: ModulePage; organisation: string }) {
  const minutes = minutesWords(module);
  return (
    <>
      {module.retired && (
        <Notice kind="stop">
          <p>
            <strong>This module was withdrawn.</strong> What you earned with it stands. You cannot start it anew.
          </p>
        </Notice>
      )}
      {module.askedAgain && !module.retired && (
        <Notice kind="caution">
          <p>
            <strong>{organisation} asks you to do this again:</strong> {module.askedAgain.reason}
          </p>
          {module.credit.counts && <p>A pass adds its minutes again.</p>}
        </Notice>
      )}
      {module.contentWarning && (
        <Notice kind="caution">
          <p>{module.contentWarning}</p>
        </Notice>
      )}
      {minutes && (
        <Notice>
          <p>{minutes}</p>
        </Notice>
      )}
    </>
  );
}
