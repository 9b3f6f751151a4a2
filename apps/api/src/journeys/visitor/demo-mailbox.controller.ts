import { Controller, Get, Inject, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.ts';
import { DemoMailbox } from '../../platform/mail/demo-mailbox.ts';
import { PageFilter } from '../../platform/pages/page.filter.ts';
import { Pages } from '../../platform/pages/pages.ts';
import { publicAddress } from '../../platform/public-address.ts';
import { mailbox } from './demo-mailbox-page.ts';

@Controller()
export class DemoMailboxController {
  constructor(
    private readonly demoMailbox: DemoMailbox,
    private readonly pages: Pages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('/demo/mailbox')
  @UseFilters(PageFilter)
  async page(@Res() reply: FastifyReply): Promise<void> {
    this.pages.send(reply, {
      title: 'Demo mailbox',
      main: mailbox(await this.demoMailbox.latest(), publicAddress(this.config)),
    });
  }
}
