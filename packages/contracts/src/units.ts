import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Id } from './id.ts';
import { line } from './text.ts';

const admin = { audience: 'admin', policy: ['administrator'] } as const;
const name = line(120);

/** An open unit. Units come as a tree, parents before children; the topmost one that the administrator has in hand has no parent here. */
export const Unit = z.object({
  unitId: z.uuid(),
  parentId: z.nullable(z.uuid()),
  name: z.string(),
  depth: z.int(),
  /** People with a post here today. */
  people: z.int(),
});
export type Unit = z.infer<typeof Unit>;
/** `staffGroups`: those in use, to choose from. */
const tree = z.object({ units: z.array(Unit), staffGroups: z.array(z.string()) });

export const listUnits = endpoint({
  method: 'GET',
  path: '/admin/units',
  summary: 'The tree of units',
  ...admin,
  response: tree,
});
export const addUnit = endpoint({
  method: 'POST',
  path: '/admin/units',
  summary: 'Add a unit below another',
  ...admin,
  audit: 'unit.added',
  status: 201,
  body: z.object({ parentId: Id, name }),
  response: tree,
  problems: ['not-found', 'conflict'],
});
export const changeUnit = endpoint({
  method: 'PATCH',
  path: '/admin/units/:unitId',
  summary: 'Rename a unit, or move it with all below it',
  ...admin,
  audit: 'unit.changed',
  params: z.object({ unitId: Id }),
  body: z.object({ name: z.optional(name), parentId: z.optional(Id) }),
  response: tree,
  problems: ['not-found', 'conflict'],
});
export const closeUnit = endpoint({
  method: 'DELETE',
  path: '/admin/units/:unitId',
  summary: 'Close a unit that has no open units below it and no current posts; its records stay',
  ...admin,
  audit: 'unit.closed',
  params: z.object({ unitId: Id }),
  response: tree,
  problems: ['not-found', 'conflict'],
});
