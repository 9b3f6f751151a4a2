import { Controller } from '@nestjs/common';
import { addPost, endPost } from '@rounds/contracts/people';
import { endRole, grantRole } from '@rounds/contracts/person-roles';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { actOf } from './act-of.ts';
import { ChangePosts } from './change-posts.ts';
import { ChangeRoles } from './change-roles.ts';

@Controller()
export class PostsAndRolesController {
  constructor(
    private readonly posts: ChangePosts,
    private readonly roles: ChangeRoles,
  ) {}

  @Handles(addPost)
  addPost(@Call() call: CallOf<typeof addPost>) {
    return this.posts.add(actOf(call), call.params.personId, call.body);
  }

  @Handles(endPost)
  endPost(@Call() call: CallOf<typeof endPost>) {
    return this.posts.end(actOf(call), call.params, call.body.endsOn);
  }

  @Handles(grantRole)
  grantRole(@Call() call: CallOf<typeof grantRole>) {
    return this.roles.grant(actOf(call), call.params.personId, call.body);
  }

  @Handles(endRole)
  endRole(@Call() call: CallOf<typeof endRole>) {
    return this.roles.end(actOf(call), call.params);
  }
}
