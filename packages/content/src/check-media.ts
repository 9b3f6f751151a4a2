import type { AuthoredCard } from './authored-card.ts';
import { checkSvg } from './check-svg.ts';
import type { Finding, Located } from './finding.ts';
import { faultAt } from './finding.ts';
import type { AuthoredMedia } from './module-draft.ts';

/** More needs a reason in the card: over a second at 400 kbit/s. */
const BYTES_WITHOUT_REASON = 60_000;
/** Our choice: a picture must not cost more than the rest of the page. */
const BYTES_AT_MOST = 100_000;

const TYPES: Record<string, AuthoredMedia['contentType']> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
};

/** The media type by the name's ending, or undefined for a kind that cards do not show. */
export const mediaType = (file: string): AuthoredMedia['contentType'] | undefined =>
  TYPES[file.split('.').at(-1) ?? ''];

/** Every picture that a card names is there; every picture that is there is named, small, safe, and of a said size. */
export function checkMedia(
  cards: readonly Located<AuthoredCard>[],
  media: readonly AuthoredMedia[],
  folder: string,
): Finding[] {
  const named = cards.flatMap((card) =>
    card.value.kind === 'image' ? [{ card, file: card.value.image.file.replace('media/', '') }] : [],
  );
  const missing = named
    .filter(({ file }) => !media.some((one) => one.file === file))
    .map(({ card, file }) => faultAt(card, ['image', 'file'], `There is no media/${file} in this module.`));
  const unsound = media.flatMap((one): Finding[] => {
    const at = { severity: 'fault', file: `${folder}/media/${one.file}`, line: 1 } as const;
    const unused = named.some(({ file }) => file === one.file) ? [] : ['No card shows this picture. Remove it.'];
    return [...unused, ...checkPicture(one)].map((message) => ({ ...at, message }));
  });
  return [...missing, ...unsound, ...named.flatMap(({ card, file }) => checkCost(card, media, file))];
}

/** What the card must say of its picture: the place it takes before it has come, and why it may cost so much. */
function checkCost(card: Located<AuthoredCard>, media: readonly AuthoredMedia[], file: string): Finding[] {
  const found = media.find((one) => one.file === file);
  if (!found || card.value.kind !== 'image') return [];
  const { width, height, heavyBecause } = card.value.image;
  const bytes = found.bytes.length;
  const sized = found.contentType === 'image/svg+xml' || (width !== undefined && height !== undefined);
  const light = bytes <= BYTES_WITHOUT_REASON || heavyBecause !== undefined;
  return [
    ...(sized ? [] : [faultAt(card, ['image'], `Give the width and height of media/${file} in pixels.`)]),
    ...(light
      ? []
      : [
          faultAt(
            card,
            ['image'],
            `media/${file} has ${bytes} bytes. Make it ${BYTES_WITHOUT_REASON} at most, or say why in heavyBecause.`,
          ),
        ]),
  ];
}

function checkPicture({ bytes, contentType }: AuthoredMedia): string[] {
  const size =
    bytes.length > BYTES_AT_MOST ? [`The picture has ${bytes.length} bytes. Make it ${BYTES_AT_MOST} at most.`] : [];
  if (contentType === 'image/svg+xml') return [...size, ...checkSvg(Buffer.from(bytes).toString('utf8'))];
  return SIGNATURES[contentType].test(Buffer.from(bytes.subarray(0, 12)).toString('latin1'))
    ? size
    : [...size, 'The file is not of the kind its name says.'];
}

/** First bytes of each kind, read as Latin-1. */
const SIGNATURES = { 'image/png': /^\x89PNG\r\n/u, 'image/webp': /^RIFF.{4}WEBP/su, 'image/jpeg': /^\xff\xd8\xff/u };
