import { isInstalled } from '../program/when-readable.ts';

/** Nobody is signed in: nobody's kept things open on this device until somebody is. `forget`: a person whose things go. */
export async function closeHere(forget: string | null = null): Promise<void> {
  if (!isInstalled()) return;
  const { removeAllOf, setWhoIsHere } = await import('./kept-store.ts');
  await setWhoIsHere(null);
  if (forget !== null) await removeAllOf(forget);
}
