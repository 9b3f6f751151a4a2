import { Controller, Inject } from '@nestjs/common';
import { invitePerson, printJoiningCode, withdrawLink } from '@rounds/contracts/person-links';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { actOf } from './act-of.ts';
import { IssueLinks } from './issue-links.ts';

@Controller()
export class LinksController {
  constructor(
    private readonly issuing: IssueLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A shown link begins with the public address, or else with the one by which the administrator came. */
  @Handles(invitePerson)
  invite(@Call() call: CallOf<typeof invitePerson>) {
    const { protocol, host } = call.request;
    return this.issuing.invite(actOf(call), call.params.personId, this.config.publicUrl ?? `${protocol}://${host}`);
  }

  @Handles(printJoiningCode)
  printCode(@Call() call: CallOf<typeof printJoiningCode>) {
    return this.issuing.printCode(actOf(call), call.params.personId);
  }

  @Handles(withdrawLink)
  withdraw(@Call() call: CallOf<typeof withdrawLink>) {
    return this.issuing.withdraw(actOf(call), call.params);
  }
}
