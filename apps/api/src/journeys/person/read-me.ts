import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { Me } from '@rounds/contracts/me';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import { PostStore } from '../../domains/identity/post.store.ts';
import { PreferenceStore } from '../../domains/identity/preference.store.ts';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Db } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';

/** Who is signed in, and where, as every screen's head shows it. */
@Injectable()
export class ReadMe {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: PersonStore,
    private readonly organisations: OrganisationStore,
    private readonly memberships: MembershipStore,
    private readonly posts: PostStore,
    private readonly preferences: PreferenceStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(actor: Actor, sharedDevice: boolean): Promise<Me> {
    const { personId, organisationId } = actor;
    return this.db.read(actor, async (tx) => {
      const person = await this.people.find(tx, personId);
      const organisation = await this.organisations.find(tx, organisationId);
      if (person === null || organisation === null) throw new Refusal('not-found', 'There is nobody here');
      const { name, timeZone } = organisation;
      const open = await this.memberships.openOf(tx, personId);
      const post = await this.posts.mainAt(tx, personId, organisationId, this.clock.now());
      const preferences = await this.preferences.find(tx, personId);
      return {
        personId,
        name: `${person.givenName} ${person.familyName}`,
        email: person.email,
        postTitle: post?.title ?? '',
        organisation: { organisationId, name, timeZone },
        organisations: open.map((one) => ({ organisationId: one.organisationId, name: one.name })),
        roles: [...new Set(actor.roles.map(({ role }) => role))],
        demo: this.config.demo,
        sharedDevice,
        ...(Object.keys(preferences).length > 0 && { preferences }),
      };
    });
  }
}
