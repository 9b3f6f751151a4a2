import type { LearnerDocument } from '@rounds/contracts/learner-document';
import type { VersionState } from '@rounds/contracts/version';
import type { LoaderFunctionArgs } from 'react-router';
import { meQuery } from '../../api/me.queries.ts';
import { UnreachableError } from '../../api/problem-error.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { documentQuery } from '../../api/version.queries.ts';
import { nothingInHand } from '../../outbox/in-hand.ts';
import { ownerOf } from '../../outbox/letter.ts';
import { versionStateQuery } from '../../outbox/version-state.ts';

/** Milliseconds for which what this page knows of the learner's place is fresh enough to resume from. */
const FRESH = 10_000;

type Loaded = { document: LearnerDocument; state: VersionState };

async function load({ context, params }: LoaderFunctionArgs, fresh: boolean): Promise<Loaded> {
  // The screen moves on once the last answer is on the device, and shows it.
  await nothingInHand();
  const client = context.get(queryClientContext);
  const versionId = params['versionId'] ?? '';
  const me = await client.ensureQueryData(meQuery);
  const query = versionStateQuery(ownerOf(me), versionId);
  const [document, state] = await Promise.all([
    client.ensureQueryData(documentQuery(versionId)),
    fresh ? client.fetchQuery({ ...query, staleTime: FRESH }).catch(whatIsKnown) : client.ensureQueryData(query),
  ]);
  return { document, state };

  function whatIsKnown(error: unknown): VersionState {
    const known = client.getQueryData(query.queryKey);
    if (known && error instanceof UnreachableError) return known;
    throw error;
  }
}

/** Warms a version's document and the learner's place in it. */
export async function loadVersion(args: LoaderFunctionArgs): Promise<Loaded> {
  return load(args, false);
}

/** The same, asking the server again: another device may have gone on. */
export async function loadVersionToResume(args: LoaderFunctionArgs): Promise<Loaded> {
  return load(args, true);
}
