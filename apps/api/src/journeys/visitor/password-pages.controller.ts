import { Body, Controller, Get, Inject, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { requestPasswordReset, resetPassword } from '@rounds/contracts/password';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.ts';
import { callerOf } from '../../platform/http/caller.ts';
import { Form } from '../../platform/pages/form.ts';
import { PageFilter } from '../../platform/pages/page.filter.ts';
import { Pages } from '../../platform/pages/pages.ts';
import { type Mending, readForm, tryFor } from '../../platform/pages/try-form.ts';
import type { Refusal } from '../../platform/problems.ts';
import { linkIsOver } from './link-is-over.ts';
import { forgottenForm, linkOnItsWay, mailIsOff, resetForm } from './password-page.ts';
import { RequestPasswordReset } from './request-password-reset.ts';
import { ResetPassword } from './reset-password.ts';

const FORGOTTEN = 'I do not know my password';
const RESET = 'Set a new password';

/** Asking for a link, and setting a new password by it. */
@Controller()
@UseFilters(PageFilter)
export class PasswordPagesController {
  constructor(
    private readonly requesting: RequestPasswordReset,
    private readonly resetting: ResetPassword,
    private readonly pages: Pages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('/sign-in/forgotten')
  forgotten(@Query() query: unknown, @Res() reply: FastifyReply): void {
    if (!this.requesting.possible) return this.pages.send(reply, { title: FORGOTTEN, main: mailIsOff() });
    if (new Form(query).ticked('sent'))
      return this.pages.send(reply, { title: 'Look in your mailbox', main: linkOnItsWay(this.config.demo) });
    this.pages.send(reply, { title: FORGOTTEN, main: forgottenForm('', []) });
  }

  @Post('/sign-in/forgotten')
  async request(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const email = new Form(body).text('email');
    const read = readForm(requestPasswordReset.body, { email });
    if (!read.ok) return this.showForgotten(reply, email, read.mending);
    const asked = await tryFor('email', () => this.requesting.run(read.body.email, callerOf(request)));
    if (!asked.ok) return this.showForgotten(reply, email, asked.mending);
    this.pages.goTo(reply, '/sign-in/forgotten?sent=1');
  }

  @Get('/sign-in/reset')
  async reset(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = new Form(query).text('token');
    const looked = await tryFor('newPassword', () => this.resetting.look(token, callerOf(request)));
    if (!looked.ok) return this.showReset(reply, token, looked);
    this.pages.send(reply, { title: RESET, main: resetForm(token, []) });
  }

  @Post('/sign-in/reset')
  async setPassword(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = new Form(body);
    const token = form.text('token');
    const read = readForm(resetPassword.body, { token, newPassword: form.text('newPassword') });
    if (!read.ok) return this.showReset(reply, token, read);
    const set = await tryFor('newPassword', () => this.resetting.run(token, read.body.newPassword, callerOf(request)));
    if (!set.ok) return this.showReset(reply, token, set);
    this.pages.goTo(reply, '/sign-in?notice=password-set');
  }

  private showForgotten(reply: FastifyReply, email: string, { faults, status }: Mending): void {
    this.pages.send(reply, { title: FORGOTTEN, main: forgottenForm(email, faults), faults, status });
  }

  private showReset(
    reply: FastifyReply,
    token: string,
    { refusal, mending }: { refusal?: Refusal; mending: Mending },
  ): void {
    if (refusal?.code === 'link-not-valid')
      return this.pages.send(reply, linkIsOver(refusal, { href: '/sign-in/forgotten', words: 'Ask for a new link' }));
    const { faults, status } = mending;
    this.pages.send(reply, { title: RESET, main: resetForm(token, faults), faults, status });
  }
}
