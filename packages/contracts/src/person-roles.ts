import * as z from 'zod/mini';
import { Role } from './actor.ts';
import { endpoint } from './endpoint.ts';
import { Id } from './id.ts';
import { PersonDetail } from './people.ts';

const admin = { audience: 'admin', policy: ['administrator'] } as const;
const ofPersonOrConflict = { params: z.object({ personId: Id }), problems: ['not-found', 'conflict'] as const };

export const grantRole = endpoint({
  method: 'POST',
  path: '/admin/people/:personId/roles',
  summary: 'Give a role for a unit and all below it',
  ...admin,
  audit: 'role.granted',
  ...ofPersonOrConflict,
  status: 201,
  body: z.object({ role: Role, unitId: Id }),
  response: PersonDetail,
});
export const endRole = endpoint({
  method: 'DELETE',
  path: '/admin/people/:personId/roles/:roleGrantId',
  summary: 'End a role; the last administrator stays',
  ...admin,
  audit: 'role.ended',
  params: z.object({ personId: Id, roleGrantId: Id }),
  response: PersonDetail,
  problems: ['not-found', 'conflict'],
});
