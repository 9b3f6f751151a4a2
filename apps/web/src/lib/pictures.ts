import { connection, isSlow } from './connection.ts';

/** Whether pictures come by themselves; kept on this device alone. */
export const PICTURE_WISHES = ['themselves', 'tap'] as const;
export type PictureWish = (typeof PICTURE_WISHES)[number];

const KEY = 'rounds.pictures';

/** Null before anybody was asked on this device, or where the browser keeps nothing. */
export function picturesWish(): PictureWish | null {
  try {
    return PICTURE_WISHES.find((wish) => wish === localStorage.getItem(KEY)) ?? null;
  } catch {
    return null;
  }
}

export function keepPicturesWish(wish: PictureWish): void {
  try {
    localStorage.setItem(KEY, wish);
  } catch {
    // Asked again at the next picture.
  }
}

/** `wait`: for a tap on this picture. `ask`: the browser does not say how costly the connection is. */
export function howPicturesCome(known = connection(), wish = picturesWish()): 'show' | 'wait' | 'ask' {
  if (isSlow(known) || wish === 'tap') return 'wait';
  return known || wish === 'themselves' ? 'show' : 'ask';
}
