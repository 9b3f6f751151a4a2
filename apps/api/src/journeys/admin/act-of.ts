import type { CallOf } from '../../platform/http/call.ts';
import type { Endpoint } from '@rounds/contracts/endpoint';
import { callerOf } from '../../platform/http/caller.ts';
import type { Act } from './administration.ts';

export function actOf({ actor, request }: Pick<CallOf<Endpoint>, 'actor' | 'request'>): Act {
  return { actor, caller: callerOf(request) };
}
