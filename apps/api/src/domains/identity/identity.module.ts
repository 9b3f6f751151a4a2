import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Sessions } from '../../platform/auth/sessions.ts';
import { CredentialEntity } from './credential.entity.ts';
import { CredentialStore } from './credential.store.ts';
import { IssuedLinkStore } from './issued-link.store.ts';
import { LinkStore } from './link.store.ts';
import { MembershipEntity } from './membership.entity.ts';
import { MembershipStore } from './membership.store.ts';
import { OneUseLinkEntity } from './one-use-link.entity.ts';
import { OpenUnitStore } from './open-unit.store.ts';
import { OrganisationEntity } from './organisation.entity.ts';
import { OrganisationStore } from './organisation.store.ts';
import { PersonEntity } from './person.entity.ts';
import { PersonPreferenceEntity } from './person-preference.entity.ts';
import { PersonStore } from './person.store.ts';
import { PostEntity } from './post.entity.ts';
import { PostStore } from './post.store.ts';
import { PreferenceStore } from './preference.store.ts';
import { RoleGrantEntity } from './role-grant.entity.ts';
import { RoleStore } from './role.store.ts';
import { SessionEntity } from './session.entity.ts';
import { SessionStore } from './session.store.ts';
import { SignInThrottleEntity } from './sign-in-throttle.entity.ts';
import { SubjectStore } from './subject.store.ts';
import { ThrottleStore } from './throttle.store.ts';
import { UnitEntity } from './unit.entity.ts';
import { UnitStore } from './unit.store.ts';

const ENTITIES = [
  CredentialEntity,
  MembershipEntity,
  OneUseLinkEntity,
  OrganisationEntity,
  PersonEntity,
  PersonPreferenceEntity,
  PostEntity,
  RoleGrantEntity,
  SessionEntity,
  SignInThrottleEntity,
  UnitEntity,
];
const STORES = [
  CredentialStore,
  IssuedLinkStore,
  LinkStore,
  MembershipStore,
  OpenUnitStore,
  OrganisationStore,
  PersonStore,
  PostStore,
  PreferenceStore,
  RoleStore,
  SessionStore,
  SubjectStore,
  ThrottleStore,
  UnitStore,
];

/** Global for `Sessions` alone: the platform's guard needs it everywhere. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  providers: [...STORES, { provide: Sessions, useExisting: SessionStore }],
  exports: [...STORES, Sessions],
})
export class IdentityModule {}
