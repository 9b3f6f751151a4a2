import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';

/** `onClear` is null when no filter is set. */
export function NoRecords({ onClear }: { onClear: (() => void) | null }) {
  if (!onClear) {
    return (
      <Empty title="Nobody in your units has begun a module">
        <p>A record appears here at once when somebody opens a module or passes its quiz.</p>
      </Empty>
    );
  }
  return (
    <Empty
      title="No record fits these filters"
      action={
        <Button kind="second" onClick={onClear}>
          Clear filters
        </Button>
      }
    >
      <p>Take one of them away, or look for a shorter part of the name.</p>
    </Empty>
  );
}
