import { sourceOf } from '../../lib/references.ts';
import { useIsDesk } from '../../lib/use-media.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sources } from '../../ui/sources.tsx';
import { usePlayer } from './player.ts';
import { PrivateNote } from './private-note.tsx';

function HelpLine() {
  const { helpLine } = usePlayer().document;
  if (!helpLine) return null;
  return (
    <Notice>
      <p>
        <strong>{helpLine.name}</strong>
      </p>
      <p>{helpLine.contact}</p>
      <p className="fact">{helpLine.note}</p>
    </Notice>
  );
}

/** Sources one tap away, a private note, and the way to say that something is wrong. */
export function CardAside() {
  const { document, card, ReportCard, Tools } = usePlayer();
  const desk = useIsDesk();
  const sources = card.sources.flatMap((id) =>
    document.references.filter((reference) => reference.id === id).map(sourceOf),
  );
  return (
    <>
      <Tools language={document.language} />
      {sources.length > 0 && (
        <Disclosure open={desk} look="side" flush summary={<span className="label">Sources for this card</span>}>
          <Sources linked sources={sources} />
        </Disclosure>
      )}
      <PrivateNote />
      <HelpLine />
      <div>
        <ReportCard versionId={document.versionId} cardId={card.cardId} />
      </div>
    </>
  );
}
