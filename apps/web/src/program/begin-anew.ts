import { TAKE_OVER } from '../sw/messages.ts';
import { isAnyTabInAStep } from './in-a-step.ts';
import { useUpdateView } from './update.zustand.ts';

/** Milliseconds for a waiting worker to take over. */
const LONGEST = 3_000;

/** Resolves once the waiting version serves this page, or at once when none waits. */
async function takeOver(registration: ServiceWorkerRegistration | undefined): Promise<void> {
  const { waiting } = registration ?? {};
  if (!waiting) return;
  const taken = new Promise<void>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(resolve, LONGEST);
  });
  waiting.postMessage(TAKE_OVER);
  await taken;
}

/** Goes on at the same place with the new version, unless a tab is in the middle of a module. */
export async function goOnWithNewVersion(): Promise<void> {
  if (await isAnyTabInAStep()) return useUpdateView.setState({ busyElsewhere: true });
  await takeOver(await navigator.serviceWorker.getRegistration());
  window.location.reload();
}

/** A part of the program is gone: only a newer version, or the same one from its beginning, can go on. */
export async function beginAnew(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.update().catch(() => undefined);
  await takeOver(registration);
  window.location.reload();
}
