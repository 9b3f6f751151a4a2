import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { attemptQuery } from '../../api/attempt.queries.ts';
import { documentQuery } from '../../api/version.queries.ts';
import { useOutboxView } from '../../outbox/outbox.zustand.ts';
import { NotPassed } from './not-passed.tsx';
import { Passed } from './passed.tsx';
import type { ResultPieces } from './pieces.ts';
import { WaitingResult } from './waiting-result.tsx';

function Marked({ attemptId, ...pieces }: ResultPieces & { attemptId: string }) {
  const { data: result } = useSuspenseQuery(attemptQuery(attemptId));
  const { data: document } = useSuspenseQuery(documentQuery(result.versionId));
  const shown = { document, ...pieces };
  return result.passed ? <Passed result={result} shown={shown} /> : <NotPassed result={result} shown={shown} />;
}

/** The result of one try, or where its answers are while there is none. */
export function QuizResult({ attemptId, ...pieces }: ResultPieces & { attemptId: string }) {
  const letter = useOutboxView(({ waiting, setAside }) => [...waiting, ...setAside].find(({ id }) => id === attemptId));
  // Given by the sender as soon as the answer is here.
  const { data: marked } = useQuery({ ...attemptQuery(attemptId), enabled: false });
  return letter && !marked ? <WaitingResult letter={letter} /> : <Marked attemptId={attemptId} {...pieces} />;
}
