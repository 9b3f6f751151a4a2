import type { Me } from '@rounds/contracts/me';
import { readMe } from '@rounds/contracts/me';
import { signIn } from '@rounds/contracts/session';
import { useEffect, useState } from 'react';
import { call } from '../../api/client.ts';
import { whenSignedOut } from '../../api/signed-out.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { paths } from '../../lib/paths.ts';
import type { FormValues } from '../../lib/form-values.ts';
import { sealAtExpiry } from '../../outbox/keys.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { FormProblems } from '../../ui/form-problems.tsx';

const FIELDS = ['identifier', 'organisationCode', 'password'];

function missing({ identifier, password }: FormValues): Record<string, string> {
  return {
    ...(!identifier && { identifier: 'Type your e-mail address or staff number.' }),
    ...(!password && { password: 'Type your password.' }),
  };
}

/** Signs in with the same organisation and device as before; true if it is the same person. */
async function signInAs(me: Me, { identifier = '', password = '', organisationCode }: FormValues): Promise<boolean> {
  const { organisationId } = me.organisation;
  const code = organisationCode ? { organisationCode } : {};
  const body = { identifier, password, organisationId, sharedDevice: me.sharedDevice, ...code };
  await call(signIn, { body }, { onSignedOut: 'throw' });
  const now = await call(readMe, {}, { onSignedOut: 'throw' });
  return now.personId === me.personId && now.organisation.organisationId === organisationId;
}

type FieldOf = (name: string) => { id: string; name: string; error: string | undefined };

function WhoFields({ field }: { field: FieldOf }) {
  return (
    <>
      <Field
        label="E-mail address or staff number"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...field('identifier')}
      />
      <Disclosure look="link" summary="I use a staff number">
        <Field
          label="Organisation code"
          hint="The short code on your joining letter."
          autoComplete="organization"
          narrow
          {...field('organisationCode')}
        />
      </Disclosure>
    </>
  );
}

function SignInForm({ me, onDone }: { me: Me; onDone: (signedIn: boolean) => void }) {
  const form = useSubmission({
    fields: FIELDS,
    check: missing,
    send: (values) => signInAs(me, values),
    onDone: (same) => {
      // Somebody else's page: it begins anew, and keeps nothing of this one.
      if (!same) return window.location.assign(paths.today);
      onDone(true);
    },
  });
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <p>You were signed out after a time without use. Your work is still here, saved on this device.</p>
      <FormProblems summary={form.summary} failure={form.failure} />
      <WhoFields field={form.field} />
      <Field label="Password" type="password" autoComplete="current-password" {...form.field('password')} />
      <div className="row">
        <Button type="submit" disabled={form.busy}>
          {form.busy ? 'One moment' : 'Sign in'}
        </Button>
        <Button kind="text" onClick={() => onDone(false)}>
          Later
        </Button>
      </div>
    </form>
  );
}

/** Asks in place when a session has ended in the middle of work; what was refused is then sent again. */
export function SignInAgain({ me, onSignedIn }: { me: Me; onSignedIn: () => void }) {
  const [answer, setAnswer] = useState<((signedIn: boolean) => void) | null>(null);
  useEffect(
    () =>
      whenSignedOut(async () => {
        await sealAtExpiry();
        return new Promise((resolve) => setAnswer(() => resolve));
      }),
    [],
  );
  if (!answer) return null;
  function done(signedIn: boolean): void {
    setAnswer(null);
    answer?.(signedIn);
    if (signedIn) onSignedIn();
  }
  return (
    <Dialog title="Sign in again to go on" onClose={() => done(false)}>
      <SignInForm me={me} onDone={done} />
    </Dialog>
  );
}
