import type { LearnerDocument } from '@rounds/contracts/learner-document';
import { UnreachableError } from '../api/problem-error.ts';
import { mediaAddress } from '../api/version.queries.ts';
import { getKept, putKept } from './kept-store.ts';
import { keptKeys } from './keys.ts';

async function asDataAddress(picture: Blob): Promise<string> {
  const bytes = Array.from(new Uint8Array(await picture.arrayBuffer()), (byte) => String.fromCharCode(byte));
  return `data:${picture.type};base64,${btoa(bytes.join(''))}`;
}

async function fetchPicture(address: string): Promise<Blob> {
  const answer = await fetch(address).catch((error: unknown) => {
    throw new UnreachableError('The picture did not come', { cause: error });
  });
  // A captive portal answers with a page.
  const isPicture = answer.ok && answer.headers.get('content-type')?.startsWith('image/');
  if (!isPicture) throw new UnreachableError('Something else came in place of the picture');
  return answer.blob();
}

/** A kept picture as an address that the page can show, or null. */
export async function findPicture(owner: string, versionId: string, file: string): Promise<string | null> {
  const kept = await getKept(owner, keptKeys.picture(versionId, file));
  return typeof kept?.value === 'string' ? kept.value : null;
}

/** Keeps a picture, unless it is. One that the page has just shown comes from the browser's own copy. */
export async function keepPicture(owner: string, versionId: string, file: string): Promise<void> {
  if ((await findPicture(owner, versionId, file)) !== null) return;
  const picture = await asDataAddress(await fetchPicture(mediaAddress(versionId, file)));
  await putKept(owner, keptKeys.picture(versionId, file), picture, new Date().toISOString());
}

export async function keepPicturesOf(owner: string, { versionId, cards }: LearnerDocument): Promise<void> {
  for (const card of cards) if (card.kind === 'image') await keepPicture(owner, versionId, card.image.file);
}
