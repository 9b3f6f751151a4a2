import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { KeptModule } from '../../kept/kept-modules.ts';
import { keptModulesQuery } from '../../kept/kept-modules.ts';
import { longDate } from '../../lib/dates.ts';
import { count } from '../../lib/words.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { ToKeep } from './to-keep.ts';
import { useKeeping } from './use-keeping.ts';

function Kept({ kept, onRemove }: { kept: readonly KeptModule[]; onRemove: () => void }) {
  const refreshed = kept.map(({ at }) => at).toSorted()[0] ?? '';
  return (
    <>
      <p className="fact">Kept on this device, refreshed {longDate(refreshed)}</p>
      <Button kind="text" onClick={onRemove}>
        Remove from this device
      </Button>
    </>
  );
}

function Missing({
  missing,
  of,
  busy,
  onKeep,
}: {
  missing: readonly ToKeep[];
  of: number;
  busy: boolean;
  onKeep: () => void;
}) {
  const kilobytes = missing.reduce((sum, module) => sum + module.kilobytes, 0);
  return (
    <>
      {missing.length < of && (
        <p className="fact">
          {of - missing.length} of {count(of, 'module')} kept on this device
        </p>
      )}
      <Button kind="second" block disabled={busy} onClick={onKeep}>
        {missing.length < of ? 'Keep the rest' : 'Keep on this device'}, {kilobytes} kB
      </Button>
    </>
  );
}

/** What of these modules is on this device, since when, and the way to keep or remove them. */
export function KeepPanel({ modules, begin }: { modules: readonly ToKeep[]; begin: boolean }) {
  const { owner } = useOutbox();
  const { data } = useQuery(keptModulesQuery(owner));
  const { keep, remove, busy, said } = useKeeping(owner);
  const kept = (data ?? []).filter(({ moduleId }) => modules.some((module) => module.moduleId === moduleId));
  const missing = modules.filter(({ moduleId }) => !kept.some((module) => module.moduleId === moduleId));
  const begun = useRef(false);
  useEffect(() => {
    if (!begin || !data || begun.current) return;
    begun.current = true;
    if (missing.length > 0) void keep(missing);
  }, [begin, data, missing, keep]);
  return (
    <div className="stack tight">
      {missing.length > 0 ? (
        <Missing missing={missing} of={modules.length} busy={busy || !data} onKeep={() => void keep(missing)} />
      ) : (
        <Kept kept={kept} onRemove={() => void remove(kept)} />
      )}
      <p className="fact" role="status">
        {said}
      </p>
    </div>
  );
}
