import { Controller } from '@nestjs/common';
import { readDocument, readMedia } from '@rounds/contracts/version';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import type { SentAsIs } from '../../platform/http/response.interceptor.ts';
import { sendStored } from '../../platform/http/send-stored.ts';
import { OpenVersion } from './open-version.ts';

/** An SVG can hold scripts: opened by itself it may run and load nothing. */
const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

@Controller()
export class DocumentsController {
  constructor(private readonly opening: OpenVersion) {}

  @Handles(readDocument)
  async document(@Call() { actor, params, request, reply }: CallOf<typeof readDocument>): Promise<SentAsIs> {
    return sendStored(request, reply, await this.opening.document(actor, params.versionId));
  }

  @Handles(readMedia)
  async media(@Call() { actor, params, request, reply }: CallOf<typeof readMedia>): Promise<SentAsIs> {
    const picture = await this.opening.picture(actor, params.versionId, params.file);
    return sendStored(request, reply, picture, { 'content-security-policy': SANDBOX });
  }
}
