import type { QueryClient } from '@tanstack/react-query';
import { keepProgram } from '../program/worker.ts';
import { AnswerKeeper } from './keep-answers.ts';
import { watchNetwork } from './watch-network.ts';

/** All that makes the product open without a network. Begun once a page can be read. */
export function startKeeping(client: QueryClient): void {
  new AnswerKeeper(client).start();
  watchNetwork(client);
  void keepProgram();
}
