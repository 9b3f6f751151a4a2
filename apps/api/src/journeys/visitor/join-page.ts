import type { Invitation } from '@rounds/contracts/invitation';
import { html, type SafeHtml } from '../../platform/http/html.ts';
import { type FormFault, errorSummary, field, hidden } from '../../platform/pages/form-fields.ts';
import { PASSWORD_HINT } from './password-page.ts';
import { sharedDeviceBox } from './sign-in-page.ts';

const NEW_PASSWORD = {
  name: 'password',
  label: 'Choose a password',
  type: 'password',
  autocomplete: 'new-password',
  longest: 200,
  hint: PASSWORD_HINT,
} as const;
const OWN_PASSWORD = {
  name: 'password',
  label: 'Your password',
  type: 'password',
  autocomplete: 'current-password',
  longest: 200,
} as const;

const WHAT_TO_DO: Record<Invitation['password'], string> = {
  set: 'Choose a password, and you are in.',
  confirm: 'You use Rounds already. Type the password you sign in with, and you are in.',
  agree: 'You are signed in to Rounds already. Join with this sign-in?',
};

export function joinForm(
  token: string,
  invitation: Invitation,
  sharedDevice: boolean,
  faults: readonly FormFault[],
): SafeHtml {
  const { organisation, givenName, familyName, password } = invitation;
  return html`${errorSummary(faults)}
    <h1>Join ${organisation}</h1>
    <p class="lead">Hello ${givenName} ${familyName}. ${WHAT_TO_DO[password]}</p>
    ${password === 'set' ? '' : seenThere(organisation)}
    <form class="stack loose" method="post" action="/join" novalidate>
      ${hidden('token', token)} ${passwordField(password, faults)} ${sharedDeviceBox(sharedDevice)}
      <div class="row"><button class="btn wide" type="submit">Join</button></div>
    </form>
    <p class="fact">Not ${givenName} ${familyName}? Close this page. The link is meant for somebody else.</p>`;
}

function passwordField(password: Invitation['password'], faults: readonly FormFault[]): SafeHtml | string {
  if (password === 'agree') return '';
  return field(password === 'set' ? NEW_PASSWORD : OWN_PASSWORD, faults);
}

/** What somebody of another organisation wants to know before they join. */
function seenThere(organisation: string): SafeHtml {
  return html`<p>
    Once you join, ${organisation} sees your name and e-mail address as you use them in Rounds, and what you finish
    there. It sees nothing of your other organisation. You need not join: the link runs out by itself.
  </p>`;
}

export function codeForm(typed: { organisationCode: string; code: string }, faults: readonly FormFault[]): SafeHtml {
  return html`${errorSummary(faults)}
    <h1>Join with a printed code</h1>
    <p class="lead">Both codes are on the letter from your administrator. Capitals and dashes do not matter.</p>
    <form class="stack loose" method="post" action="/join/code" novalidate>
      ${field({ name: 'organisationCode', label: 'Organisation code', type: 'text', value: typed.organisationCode, autocomplete: 'organization', longest: 20, hint: 'Such as NGT.' }, faults)}
      ${field({ name: 'code', label: 'Joining code', type: 'text', value: typed.code, autocomplete: 'off', longest: 40, hint: 'Such as K7QF-2M9X-RTWA.' }, faults)}
      <div class="row"><button class="btn wide" type="submit">Go on</button></div>
    </form>
    <p><a href="/sign-in">Back to sign in</a></p>`;
}
