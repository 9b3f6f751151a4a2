import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { type FormValues, formValues } from '../lib/form-values.ts';
import { type Faults, faultsIn, refusalInWords } from './refusal-words.ts';

type Submission<R> = {
  /** Names of the fields on the screen: a fault of any other is said above the form. */
  fields: readonly string[];
  /** What can be seen to be wrong without asking the server. */
  check?: (values: FormValues) => Faults;
  send: (values: FormValues) => Promise<R>;
  onDone?: (result: R) => void;
};

/** One form's way to the server: checks, sends, and puts what is refused at its fields. What was typed stays. */
export function useSubmission<R>({ fields, check, send, onDone }: Submission<R>) {
  const form = useId();
  const [faults, setFaults] = useState<Faults>({});
  const [summary, setSummary] = useState<{ id: string; message: string }[]>([]);
  const { mutate, isPending, error, reset, isSuccess } = useMutation({
    mutationFn: send,
    onError: (refused) => show(faultsIn(refused)),
    onSuccess: (result) => onDone?.(result),
  });
  const idOf = (name: string): string => `${form}-${name}`;

  function show(found: Faults): void {
    setFaults(found);
    setSummary(fields.filter((name) => found[name]).map((name) => ({ id: idOf(name), message: found[name] ?? '' })));
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isPending) return;
    const values = formValues(event.currentTarget);
    const found = check?.(values) ?? {};
    reset();
    show(found);
    if (Object.keys(found).length === 0) mutate(values);
  }

  return {
    submit,
    busy: isPending,
    done: isSuccess,
    summary,
    /** Why it was refused, when no field of the form is to blame. */
    failure: error && summary.length === 0 ? refusalInWords(error) : null,
    field: (name: string) => ({ id: idOf(name), name, error: faults[name] }),
  };
}
