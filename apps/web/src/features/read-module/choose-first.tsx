import { Button } from '../../ui/button.tsx';
import { FaultLine } from '../../ui/fault-line.tsx';
import { usePlayer } from './player.ts';

/** Below a question of a card: a reminder once somebody went on without an answer, and the way past the question. */
export function ChooseFirst({ reminded }: { reminded: boolean }) {
  const { advance } = usePlayer();
  return (
    <div className="stack hair">
      <div role="status">{reminded && <FaultLine>Choose an answer first.</FaultLine>}</div>
      <div>
        <Button kind="text" onClick={() => void advance()}>
          Go on without an answer
        </Button>
      </div>
    </div>
  );
}
