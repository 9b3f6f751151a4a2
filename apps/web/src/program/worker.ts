import { useUpdateView } from './update.zustand.ts';

const WORKER = '/service-worker.js';
/** Milliseconds between two questions for a newer version, while the page is in use. */
const ASK_AGAIN = 60 * 60_000;

function watch(registration: ServiceWorkerRegistration): void {
  const look = (): void => {
    // Without a controller it is the first one, and it takes nothing over.
    if (registration.waiting && navigator.serviceWorker.controller) useUpdateView.setState({ ready: true });
  };
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
}

/** Keeps the program on this device, so that it opens without a network. Never rejects: without it all goes on. */
export async function keepProgram(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' }).catch(() => null);
  if (!registration) return;
  watch(registration);
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < ASK_AGAIN) return;
    asked = Date.now();
    void registration.update().catch(() => undefined);
  });
}
