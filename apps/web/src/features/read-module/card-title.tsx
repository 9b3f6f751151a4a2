import { PageTitle } from '../../ui/page-title.tsx';
import { usePlayer } from './player.ts';

export function CardTitle() {
  const { card, number, document } = usePlayer();
  return <PageTitle name={`Card ${number} of ${document.cards.length}: ${card.title}`}>{card.title}</PageTitle>;
}
