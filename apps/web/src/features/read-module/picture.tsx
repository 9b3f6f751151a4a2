import type { CardOf } from '@rounds/contracts/learner-document';
import { useEffect, useState } from 'react';
import { mediaAddress } from '../../api/version.queries.ts';
import { kilobytes } from '../../lib/bytes.ts';
import { howPicturesCome, keepPicturesWish, type PictureWish } from '../../lib/pictures.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { isInstalled } from '../../program/when-readable.ts';
import { Button } from '../../ui/button.tsx';

type PictureProps = { versionId: string; image: CardOf<'image'>['image'] };

/** The picture as this device keeps it; null when it keeps none, undefined until it has been asked. */
function useKeptPicture(versionId: string, file: string): string | null | undefined {
  const { owner } = useOutbox();
  const [kept, setKept] = useState<string | null | undefined>(isInstalled() ? undefined : null);
  useEffect(() => {
    if (!isInstalled()) return;
    let current = true;
    void import('../../kept/pictures.ts')
      .then(({ findPicture }) => findPicture(owner, versionId, file))
      .catch(() => null)
      .then((found) => current && setKept(found));
    return () => {
      current = false;
    };
  }, [owner, versionId, file]);
  return kept;
}

function AskOnce({ onAnswer }: { onAnswer: (wish: PictureWish) => void }) {
  return (
    <div className="stack tight" role="group" aria-label="Pictures">
      <p>Show pictures by themselves? This browser does not say what the connection costs.</p>
      <Button kind="second" onClick={() => onAnswer('themselves')}>
        Show them
      </Button>
      <Button kind="second" onClick={() => onAnswer('tap')}>
        Wait for a tap
      </Button>
    </div>
  );
}

/** What stands in a picture's place until it is wanted: what is on it, in words. */
function InItsPlace({ image, onShow }: { image: PictureProps['image']; onShow: () => void }) {
  return (
    <div className="stack tight">
      <p className="fact">On the picture: {image.alt}</p>
      <Button kind="second" onClick={onShow}>
        Show picture, {kilobytes(image.bytes)} kB
      </Button>
    </div>
  );
}

/** A picture of a card. It comes by itself only where that costs little, or from this device. */
export function Picture({ versionId, image }: PictureProps) {
  const { owner } = useOutbox();
  const [how, setHow] = useState(howPicturesCome);
  const kept = useKeptPicture(versionId, image.file);
  function answer(wish: PictureWish): void {
    keepPicturesWish(wish);
    setHow(wish === 'tap' ? 'wait' : 'show');
  }
  async function keep(): Promise<void> {
    if (kept === null && isInstalled())
      await (await import('../../kept/pictures.ts')).keepPicture(owner, versionId, image.file).catch(() => undefined);
  }
  if (kept === undefined) return null;
  if (kept === null && how === 'ask') return <AskOnce onAnswer={answer} />;
  if (kept === null && how === 'wait') return <InItsPlace image={image} onShow={() => setHow('show')} />;
  const { alt, width, height } = image;
  const src = kept ?? mediaAddress(versionId, image.file);
  return <img src={src} alt={alt} width={width} height={height} onLoad={() => void keep()} />;
}
