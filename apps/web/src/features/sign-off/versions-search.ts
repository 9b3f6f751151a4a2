import { ReviewState } from '@rounds/contracts/sign-off';
import type { VersionsAsked } from '../../api/sign-off.queries.ts';

/** Reads an address. What makes no sense in it is left out. */
export function readVersionsSearch(params: URLSearchParams): VersionsAsked {
  const state = ReviewState.safeParse(params.get('state'));
  const cursor = params.get('cursor');
  return { ...(state.success && { state: state.data }), ...(cursor && { cursor }) };
}
