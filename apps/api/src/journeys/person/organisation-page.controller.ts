import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { chooseOrganisation } from '@rounds/contracts/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookie } from '../../platform/auth/session-cookie.ts';
import { Sessions, type SignedIn } from '../../platform/auth/sessions.ts';
import { callerOf } from '../../platform/http/caller.ts';
import { localPath } from '../../platform/http/local-path.ts';
import { Form } from '../../platform/pages/form.ts';
import { PageFilter } from '../../platform/pages/page.filter.ts';
import { Pages } from '../../platform/pages/pages.ts';
import { readForm } from '../../platform/pages/try-form.ts';
import { ChooseOrganisation } from './choose-organisation.ts';
import { organisationChoice } from './organisation-page.ts';

/** The choice between signing in and going on, for people of several organisations. */
@Controller('/sign-in/organisation')
@UseFilters(PageFilter)
export class OrganisationPageController {
  constructor(
    private readonly choosing: ChooseOrganisation,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const next = localPath(new Form(query).text('next')) ?? '/';
    const signedIn = await this.signedIn(request);
    if (signedIn === null) return this.pages.goTo(reply, `/sign-in?next=${encodeURIComponent(next)}`);
    this.pages.send(reply, {
      title: 'Choose an organisation',
      main: organisationChoice(await this.choosing.open(signedIn), next),
    });
  }

  @Post()
  async choose(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = new Form(body);
    const next = localPath(form.text('next')) ?? '/';
    const signedIn = await this.signedIn(request);
    if (signedIn === null) return this.pages.goTo(reply, `/sign-in?next=${encodeURIComponent(next)}`);
    const read = readForm(chooseOrganisation.body, { organisationId: form.text('organisationId') });
    if (!read.ok) return this.pages.goTo(reply, `/sign-in/organisation?next=${encodeURIComponent(next)}`);
    await this.choosing.run(signedIn, read.body.organisationId, callerOf(request));
    this.pages.goTo(reply, next);
  }

  private async signedIn(request: FastifyRequest): Promise<SignedIn | null> {
    const token = this.cookie.read(request);
    return token === null ? null : this.sessions.find(token);
  }
}
