import type { Preferences } from '@rounds/contracts/preferences';

/** How the last person here wants the product to look. `unsent`: when they changed it, until the server knows. */
export type KeptLook = { personId: string; preferences: Preferences; unsent?: string };

const KEY = 'rounds.look';

/** Null where the browser keeps nothing. */
export function keptLook(): KeptLook | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as KeptLook | null;
  } catch {
    return null;
  }
}

export function showLook(preferences: Preferences): void {
  const { dataset } = document.documentElement;
  for (const name of ['text', 'spacing', 'theme', 'motion'] as const) {
    if (preferences[name]) dataset[name] = preferences[name];
    else delete dataset[name];
  }
}

export function keepLook(look: KeptLook): void {
  showLook(look.preferences);
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // Shown until the page is loaded again.
  }
}

/** The owner has left: the next person here begins with the device's own look. */
export function forgetLook(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

type Person = { personId: string; preferences?: Preferences | undefined };

/** What the server knows of a person, unless they changed it here and it does not know that yet. */
export function lookOf({ personId, preferences = {} }: Person): KeptLook {
  const kept = keptLook();
  return kept?.personId === personId && kept.unsent ? kept : { personId, preferences };
}
