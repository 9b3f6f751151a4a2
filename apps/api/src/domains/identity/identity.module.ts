import { Global, Module } from '@nestjs/common';
import { Sessions } from '../../platform/auth/sessions.ts';
import { SessionStore } from './session.store.ts';

/** Global for `Sessions` alone: the platform's guard needs it everywhere. */
@Global()
@Module({ providers: [SessionStore, { provide: Sessions, useExisting: SessionStore }], exports: [SessionStore, Sessions] })
export class IdentityModule {}
