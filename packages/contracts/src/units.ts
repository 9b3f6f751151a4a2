import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

const admin = { audience: 'admin', policy: ['administrator'] } as const;
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

/** A unit in the tree, parents before children. */
export const Unit = z.object({
  unitId: z.uuid(),
  parentId: z.nullable(z.uuid()),
  name: z.string(),
  depth: z.int(),
  /** People with a post here today. */
  people: z.int(),
});
export type Unit = z.infer<typeof Unit>;
const tree = z.object({ units: z.array(Unit), staffGroups: z.array(z.string()) });

export const listUnits = endpoint({ method: 'GET', path: '/admin/units', summary: 'The tree of units', ...admin, response: tree });
export const addUnit = endpoint({ method: 'POST', path: '/admin/units', summary: 'Add a unit below another', ...admin, audit: 'unit.added', status: 201, body: z.object({ parentId: z.uuid(), name }), response: tree, problems: ['not-found', 'conflict'] });
export const changeUnit = endpoint({
  method: 'PATCH', path: '/admin/units/:unitId', summary: 'Rename a unit, or move it with all below it', ...admin, audit: 'unit.changed',
  params: z.object({ unitId: z.uuid() }), body: z.object({ name: z.optional(name), parentId: z.optional(z.uuid()) }), response: tree, problems: ['not-found', 'conflict'],
});
export const closeUnit = endpoint({
  method: 'DELETE', path: '/admin/units/:unitId', summary: 'Close a unit that has no open units below it and no current posts; its records stay', ...admin, audit: 'unit.closed',
  params: z.object({ unitId: z.uuid() }), response: tree, problems: ['not-found', 'conflict'],
});
