import { Controller } from '@nestjs/common';
import {
  confirmDiscussion,
  type Discussion,
  openDiscussion,
  readDiscussion,
  readDiscussionKit,
} from '@rounds/contracts/discussion';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { Discuss } from './discuss.ts';

@Controller()
export class DiscussionsController {
  constructor(private readonly discussing: Discuss) {}

  @Handles(readDiscussionKit)
  kit(@Call() { actor, params }: CallOf<typeof readDiscussionKit>): Promise<ResponseOf<typeof readDiscussionKit>> {
    return this.discussing.kit(actor, params.pathId);
  }

  @Handles(openDiscussion)
  open(@Call() { actor, body }: CallOf<typeof openDiscussion>): Promise<Discussion> {
    return this.discussing.open(actor, body.pathId);
  }

  @Handles(readDiscussion)
  read(@Call() { actor, params }: CallOf<typeof readDiscussion>): Promise<Discussion> {
    return this.discussing.read(actor, params.discussionId);
  }

  @Handles(confirmDiscussion)
  confirm(@Call() { actor, body }: CallOf<typeof confirmDiscussion>): Promise<Discussion> {
    return this.discussing.confirm(actor, body);
  }
}
