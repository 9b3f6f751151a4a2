import type { Role } from '@rounds/contracts/actor';
import type { LoaderFunctionArgs } from 'react-router';
import { meQuery } from '../api/me.queries.ts';
import { queryClientContext } from '../api/query-client.ts';

/** Thrown by a route whose page belongs to other people than the one signed in. */
export class NotForYou extends Error {
  override readonly name = 'NotForYou';
  /** Whose page it is, in the plural: "CPD leads". */
  readonly whose: string;

  constructor(whose: string) {
    super(`This page is for ${whose}`);
    this.whose = whose;
  }
}

/** For a loader: refuses the page to whoever holds none of the roles. The API refuses the data by itself. */
export async function requireRole(
  context: LoaderFunctionArgs['context'],
  whose: string,
  roles: readonly Role[],
): Promise<void> {
  const me = await context.get(queryClientContext).ensureQueryData(meQuery);
  if (!roles.some((role) => me.roles.includes(role))) throw new NotForYou(whose);
}
