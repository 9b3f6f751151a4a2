import type { Endpoint, ResponseOf } from '@rounds/contracts/endpoint';
import { hashKey, type QueryKey } from '@tanstack/react-query';
import { call, type Input } from './client.ts';
import { useOfflineView } from './offline.zustand.ts';
import { isProblem, UnreachableError } from './problem-error.ts';

/** What an earlier visit kept. `at`: device time when the server gave it. */
export type KeptAnswer = { value: unknown; at: string };
/** For the `meta` of a query whose answers a device keeps; a function there gives the part of an answer that is kept. */
export const KEPT = { kept: true };
type FindKept = (key: QueryKey) => Promise<KeptAnswer | null>;

/** Milliseconds for an answer before what is kept is shown in its place. */
const PATIENCE = 4_000;
/** The same after a recent silence: this server has been waited for. */
const LITTLE_PATIENCE = 300;
const RECENT = 30_000;
/** Milliseconds after which a call is given up where nothing is kept. */
const LONGEST = 20_000;

let find: FindKept = async () => null;
let silentAt = -Infinity;

/** Says where kept answers are found. */
export function findKeptWith(finder: FindKept): void {
  find = finder;
}

type Asked<E> = {
  endpoint: E;
  input: Input<E>;
  queryKey: QueryKey;
  signal?: AbortSignal;
  onSignedOut?: 'ask' | 'throw';
};

/** No answer within so many milliseconds is as good as no network; the call itself goes on. */
async function within<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnreachableError('The server is silent')), milliseconds);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

/** An older program may have kept another shape: then nothing is kept. */
async function read<E extends Endpoint>({ endpoint, queryKey }: Asked<E>): Promise<[ResponseOf<E>, string] | null> {
  const kept = await find(queryKey).catch(() => null);
  const parsed = kept && endpoint.response.safeParse(kept.value);
  return parsed?.success ? [parsed.data as ResponseOf<E>, kept?.at ?? ''] : null;
}

/** The server speaks, be it a refusal: whatever was kept from before is asked for again by whoever watches this. */
function heard(error?: unknown): void {
  if (error instanceof UnreachableError) return;
  silentAt = -Infinity;
  if (Object.keys(useOfflineView.getState().since).length > 0) useOfflineView.setState({ since: {} });
}

/** A call that lets its connection go when it was given up: a browser has few of them. */
async function callFor<E extends Endpoint>({ endpoint, input, signal }: Asked<E>): Promise<ResponseOf<E>> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), LONGEST);
  signal?.addEventListener('abort', () => giveUp.abort(signal.reason));
  try {
    return await call(endpoint, input, { signal: giveUp.signal, onSignedOut: 'throw' });
  } catch (error) {
    if (giveUp.signal.aborted && !signal?.aborted) throw new UnreachableError('The server is silent', { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function answerOrKept<E extends Endpoint>(asked: Asked<E>): Promise<ResponseOf<E>> {
  const { queryKey } = asked;
  const answer = callFor(asked);
  answer.then(() => heard(), heard);
  try {
    return await within(answer, Date.now() - silentAt < RECENT ? LITTLE_PATIENCE : PATIENCE);
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    silentAt = Date.now();
    const kept = await read(asked);
    if (!kept) return answer;
    useOfflineView.setState(({ since }) => ({ since: { ...since, [hashKey(queryKey)]: kept[1] } }));
    return kept[0];
  }
}

/**
 * The server's answer, or what this device kept of an earlier one when no answer comes. A refusal is an answer: it is
 * thrown, whatever is kept.
 */
export function callOrKept<E extends Endpoint>(asked: Asked<E>): Promise<ResponseOf<E>> {
  return orSignIn(asked, answerOrKept);
}

async function orSignIn<E extends Endpoint>(
  asked: Asked<E>,
  answer: (asked: Asked<E>) => Promise<ResponseOf<E>>,
): Promise<ResponseOf<E>> {
  try {
    return await answer(asked);
  } catch (error) {
    if (asked.onSignedOut === 'throw' || !isProblem(error, 'signed-out')) throw error;
    // Asked once more, so that the person can sign in in place for as long as they need.
    return call(asked.endpoint, asked.input, { signal: asked.signal });
  }
}

/** What never changes under its address: once kept, it is not asked for again. */
export async function keptOrCall<E extends Endpoint>(asked: Asked<E>): Promise<ResponseOf<E>> {
  const kept = await read(asked);
  return kept ? kept[0] : orSignIn(asked, callFor);
}
