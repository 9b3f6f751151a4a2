import { Controller, Get, Inject, Res, UseFilters } from '@nestjs/common';
import { type DemoMail, readDemoMailbox } from '@rounds/contracts/demo';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
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

  @Handles(readDemoMailbox)
  async read(): Promise<{ mails: DemoMail[] }> {
    const mails = await this.demoMailbox.latest();
    return { mails: mails.map(({ sentAt, ...mail }) => ({ ...mail, sentAt: sentAt.toISOString() })) };
  }

  @Get('/demo/mailbox')
  @UseFilters(PageFilter)
  async page(@Res() reply: FastifyReply): Promise<void> {
    this.pages.send(reply, {
      title: 'Demo mailbox',
      main: mailbox(await this.demoMailbox.latest(), publicAddress(this.config)),
    });
  }
}
