import { Controller } from '@nestjs/common';
import { readAudit } from '@rounds/contracts/audit';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { ReadAudit } from './read-audit.ts';

@Controller()
export class AuditController {
  constructor(private readonly reading: ReadAudit) {}

  @Handles(readAudit)
  page(@Call() { actor, query }: CallOf<typeof readAudit>) {
    return this.reading.run(actor, query);
  }
}
