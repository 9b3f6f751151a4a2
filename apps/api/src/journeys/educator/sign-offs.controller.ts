import { Controller } from '@nestjs/common';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { listVersionsForReview, readVersionForReview, signOffVersion } from '@rounds/contracts/sign-off';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { callerOf } from '../../platform/http/caller.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { SignOffVersion } from './sign-off-version.ts';

@Controller()
export class SignOffsController {
  constructor(private readonly signing: SignOffVersion) {}

  @Handles(listVersionsForReview)
  list(
    @Call() { actor, query }: CallOf<typeof listVersionsForReview>,
  ): Promise<ResponseOf<typeof listVersionsForReview>> {
    return this.signing.list(actor, query);
  }

  @Handles(readVersionForReview)
  read(
    @Call() { actor, params }: CallOf<typeof readVersionForReview>,
  ): Promise<ResponseOf<typeof readVersionForReview>> {
    return this.signing.read(actor, params.versionId);
  }

  @Handles(signOffVersion)
  sign(@Call() call: CallOf<typeof signOffVersion>): Promise<ResponseOf<typeof signOffVersion>> {
    return this.signing.sign(call.actor, call.params.versionId, call.body, callerOf(call.request));
  }
}
