import type { Counted } from './throttle.ts';

/** A try to sign in: as whom, from what network, and the mark of a device on which that person has signed in before. */
type Try = { account: string; source: string; device: string | null };

/**
 * What a try is counted for. `own` begins anew with a right password; what is shared with others gets its one try back.
 *
 * A stranger who guesses slows down the account from their own network; from many networks together, much later, the
 * account for devices that are not known. A known device counts for itself alone, so nobody else keeps its owner out.
 */
export function countTries({ account, source, device }: Try): { own: Counted; shared: Counted[] } {
  const address: Counted = { pace: 'address', of: source };
  if (device !== null) return { own: { pace: 'account', of: `${account} on ${device}` }, shared: [address] };
  return {
    own: { pace: 'account', of: `${account} from ${source}` },
    shared: [{ pace: 'everywhere', of: account }, address],
  };
}
