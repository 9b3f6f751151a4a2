import type { Role } from '@rounds/contracts/actor';
import type { ComponentType } from 'react';
import type { LoaderFunctionArgs, RouteObject } from 'react-router';
import type { RouteHandle } from './areas.ts';
import { requireRole } from './role-guard.ts';

/** What a `.route.tsx` of a workplace exports. */
type DeskModule = { loader: (args: LoaderFunctionArgs) => Promise<null>; Page: ComponentType };

export type DeskPage = {
  path: string;
  /** Whose page it is, in the plural: "CPD leads". */
  whose: string;
  roles: readonly Role[];
  handle?: RouteHandle;
  load: () => Promise<DeskModule>;
};

/** What an address of a workplace names: a cut or mistyped one leads nowhere. */
const isId = (value: string | undefined): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value ?? '');

/** A page for some roles. Its program is fetched after the role is checked, so that nobody else is sent it. */
export function deskPage({ path, whose, roles, handle = {}, load }: DeskPage): RouteObject {
  let page: DeskModule | undefined;
  return {
    path,
    handle,
    async loader(args) {
      await requireRole(args.context, whose, roles);
      if (!Object.values(args.params).every(isId)) throw new Response(null, { status: 404 });
      page ??= await load();
      return page.loader(args);
    },
    Component: function Desk() {
      return page && <page.Page />;
    },
  };
}
