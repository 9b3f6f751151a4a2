import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { acceptInvitation, type Invitation } from '@rounds/contracts/invitation';
import type { FieldFault } from '@rounds/contracts/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { joinPath } from '../../domains/identity/rules/join-path.ts';
import { Form } from '../../platform/pages/form.ts';
import { PageFilter } from '../../platform/pages/page.filter.ts';
import { Pages } from '../../platform/pages/pages.ts';
import { type Mending, readForm, tryFor } from '../../platform/pages/try-form.ts';
import type { Refusal } from '../../platform/problems.ts';
import { AcceptInvitation } from './accept-invitation.ts';
import { InvitationLook } from './invitation-look.ts';
import { codeForm, joinForm } from './join-page.ts';
import { linkIsOver } from './link-is-over.ts';
import { VisitorCookie } from './visitor-cookie.ts';

type Typed = { token: string; sharedDevice: boolean };

/** Joining by an invitation's link, or by the printed code that stands for one. */
@Controller()
@UseFilters(PageFilter)
export class JoinPagesController {
  constructor(
    private readonly looking: InvitationLook,
    private readonly accepting: AcceptInvitation,
    private readonly cookie: VisitorCookie,
    private readonly pages: Pages,
  ) {}

  @Get('/join')
  async invitation(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.show(reply, { token: new Form(query).text('token'), sharedDevice: false }, request);
  }

  @Post('/join')
  async join(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = new Form(body);
    const typed = { token: form.text('token'), sharedDevice: form.ticked('sharedDevice') };
    const password = form.text('password');
    const read = readForm(acceptInvitation.body, { ...typed, ...(password !== '' && { password }) });
    if (!read.ok) return this.show(reply, typed, request, read.mending);
    const joined = await tryFor('password', () => this.accepting.run(read.body, this.cookie.visitorOf(request)));
    if (!joined.ok) return this.show(reply, typed, request, joined.mending);
    this.cookie.keep(reply, joined.done);
    this.pages.goTo(reply, '/');
  }

  @Get('/join/code')
  code(@Query() query: unknown, @Res() reply: FastifyReply): void {
    this.showCode(
      reply,
      { organisationCode: new Form(query).text('organisationCode'), code: '' },
      { faults: [], status: 200 },
    );
  }

  @Post('/join/code')
  async checkCode(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = new Form(body);
    const typed = { organisationCode: form.text('organisationCode').trim(), code: form.text('code').trim() };
    const empty = emptyFields(typed);
    if (empty.length > 0) return this.showCode(reply, typed, { faults: empty, status: 400 });
    const token = `${typed.organisationCode}.${typed.code}`;
    const looked = await tryFor('code', () => this.looking.show(token, this.cookie.visitorOf(request)));
    if (!looked.ok) return this.showCode(reply, typed, looked.mending);
    this.pages.goTo(reply, joinPath(token));
  }

  /** Who is invited where is looked up again each time, so that a link that ran out in between says so. */
  private async show(
    reply: FastifyReply,
    typed: Typed,
    request: FastifyRequest,
    mending: Mending = { faults: [], status: 200 },
  ): Promise<void> {
    const looked = await tryFor('token', () => this.looking.show(typed.token, this.cookie.visitorOf(request)));
    if (!looked.ok) return this.showOver(reply, looked.refusal);
    this.showInvitation(reply, typed, looked.done, mending);
  }

  private showInvitation(
    reply: FastifyReply,
    { token, sharedDevice }: Typed,
    invitation: Invitation,
    { faults, status }: Mending,
  ): void {
    const main = joinForm(token, invitation, sharedDevice, faults);
    this.pages.send(reply, {
      title: `Join ${invitation.organisation}`,
      who: invitation.organisation,
      main,
      faults,
      status,
    });
  }

  private showOver(reply: FastifyReply, refusal: Refusal): void {
    if (refusal.code !== 'link-not-valid') throw refusal;
    this.pages.send(reply, linkIsOver(refusal, { href: '/join/code', words: 'Type a printed joining code' }));
  }

  private showCode(
    reply: FastifyReply,
    typed: { organisationCode: string; code: string },
    { faults, status }: Mending,
  ): void {
    this.pages.send(reply, { title: 'Join with a printed code', main: codeForm(typed, faults), faults, status });
  }
}

function emptyFields({ organisationCode, code }: { organisationCode: string; code: string }): FieldFault[] {
  return [
    ...(organisationCode === '' ? [{ field: 'organisationCode', message: 'Type the code of the organisation.' }] : []),
    ...(code === '' ? [{ field: 'code', message: 'Type the joining code.' }] : []),
  ];
}
