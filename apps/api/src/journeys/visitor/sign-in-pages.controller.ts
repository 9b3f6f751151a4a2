import { Body, Controller, Get, Inject, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from '@rounds/contracts/demo';
import { signIn, type SignedInAnswer } from '@rounds/contracts/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import { localPath } from '../../platform/http/local-path.ts';
import { Form } from '../../platform/pages/form.ts';
import { PageFilter } from '../../platform/pages/page.filter.ts';
import { Pages } from '../../platform/pages/pages.ts';
import { type Mending, readForm, tryFor } from '../../platform/pages/try-form.ts';
import { Refusal } from '../../platform/problems.ts';
import { SignIn } from './sign-in.ts';
import { demoSide, signInForm, type SignInFields } from './sign-in-page.ts';
import { VisitorCookie } from './visitor-cookie.ts';

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['password-set', 'Your new password is set. Sign in with it.'],
  ['signed-out', 'You are signed out.'],
]);

/** The sign-in form and, in demo mode, a button for each person to be tried. */
@Controller()
@UseFilters(PageFilter)
export class SignInPagesController {
  constructor(
    private readonly signingIn: SignIn,
    private readonly cookie: VisitorCookie,
    private readonly sessions: Sessions,
    private readonly organisations: OrganisationStore,
    private readonly db: Db,
    private readonly pages: Pages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('/sign-in')
  async form(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = new Form(query);
    const next = localPath(asked.text('next')) ?? '/';
    const { oldToken } = this.cookie.visitorOf(request);
    const already = oldToken === null ? null : await this.sessions.find(oldToken);
    if (already !== null) return this.pages.goTo(reply, already.actor === null ? choice(next) : next);
    const typed = { identifier: '', organisationCode: asked.text('code').slice(0, 20), sharedDevice: false, next };
    await this.show(reply, typed, null, NOTICES.get(asked.text('notice')) ?? null);
  }

  @Post('/sign-in')
  async signIn(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const typed = fieldsOf(new Form(body));
    const { organisationCode, ...rest } = typed;
    const read = readForm(signIn.body, {
      ...rest,
      password: new Form(body).text('password'),
      ...(organisationCode === '' ? {} : { organisationCode }),
    });
    if (!read.ok) return this.show(reply, typed, read.mending);
    const opened = await tryFor('identifier', () => this.signingIn.run(read.body, this.cookie.visitorOf(request)));
    if (!opened.ok) return this.show(reply, typed, opened.mending);
    this.enter(reply, this.cookie.keep(reply, opened.done), typed.next);
  }

  /** Exists in demo mode alone. */
  @Post('/sign-in/demo')
  async demo(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = new Form(body);
    const person = DEMO_SIGN_INS.find(({ who }) => who === form.text('who'));
    if (!this.config.demo || person === undefined) throw new Refusal('not-found', 'There is nothing at this address');
    const input = { identifier: person.email, password: DEMO_PASSWORD, sharedDevice: false };
    const opened = await this.signingIn.run(input, this.cookie.visitorOf(request));
    this.enter(reply, this.cookie.keep(reply, opened), localPath(form.text('next')) ?? '/');
  }

  private enter(reply: FastifyReply, { organisationId }: SignedInAnswer, next: string): void {
    this.pages.goTo(reply, organisationId === null ? choice(next) : next);
  }

  private async show(
    reply: FastifyReply,
    typed: SignInFields,
    mending: Mending | null,
    notice: string | null = null,
  ): Promise<void> {
    const only = await this.db.read(SYSTEM, (tx) => this.organisations.findOnly(tx));
    const faults = mending?.faults ?? [];
    this.pages.send(reply, {
      title: 'Sign in',
      who: only?.name ?? null,
      faults,
      status: mending?.status ?? 200,
      main: signInForm(typed, faults, notice),
      side: this.config.demo ? demoSide(typed.next) : null,
    });
  }
}

function fieldsOf(form: Form): SignInFields {
  return {
    identifier: form.text('identifier'),
    organisationCode: form.text('organisationCode').trim(),
    sharedDevice: form.ticked('sharedDevice'),
    next: localPath(form.text('next')) ?? '/',
  };
}

function choice(next: string): string {
  return `/sign-in/organisation?next=${encodeURIComponent(next)}`;
}
