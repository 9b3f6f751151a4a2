/** How this device shows the product; `device` follows its own settings. */
export const LOOKS = ['device', 'light', 'dark', 'contrast'] as const;
export type Look = (typeof LOOKS)[number];

const KEY = 'rounds.look';

/** The look kept on this device. Where the browser keeps nothing, the device's own. */
export function keptLook(): Look {
  try {
    return LOOKS.find((look) => look === localStorage.getItem(KEY)) ?? 'device';
  } catch {
    return 'device';
  }
}

export function showLook(look: Look): void {
  if (look === 'device') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = look;
}

export function keepLook(look: Look): void {
  showLook(look);
  try {
    localStorage.setItem(KEY, look);
  } catch {
    // Shown until the page is loaded again.
  }
}
