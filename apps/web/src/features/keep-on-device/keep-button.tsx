import { lazy, Suspense, useState } from 'react';
import { cardIsReadable, whenReadable } from '../../program/when-readable.ts';
import { Button } from '../../ui/button.tsx';
import type { ToKeep } from './to-keep.ts';

const KeepPanel = lazy(async () => {
  await whenReadable();
  return { default: (await import('./keep-panel.tsx')).KeepPanel };
});

/** Keeps a module, or all of a path, on this device. The rest of it comes once it is asked for or can be afforded. */
export function KeepButton({ modules }: { modules: readonly ToKeep[] }) {
  const [asked, setAsked] = useState(false);
  const kilobytes = modules.reduce((sum, module) => sum + module.kilobytes, 0);
  function ask(): void {
    setAsked(true);
    cardIsReadable();
  }
  return (
    <Suspense
      fallback={
        <Button kind="second" block disabled={asked} onClick={ask}>
          Keep on this device, {kilobytes} kB
        </Button>
      }
    >
      <KeepPanel modules={modules} begin={asked} />
    </Suspense>
  );
}
