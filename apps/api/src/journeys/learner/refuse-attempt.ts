import type { ResponseFault } from '../../domains/assessment/rules/check-responses.ts';
import { Refusal } from '../../platform/problems.ts';

const TITLE: Record<ResponseFault['code'], string> = {
  'invalid-request': 'Some of the answers cannot be used',
  'unknown-item': 'An answer is to a question that this module does not have',
  'item-outside-draw': 'An answer is to a question that was not in this try',
  'unknown-option': 'An answer names an option that its question does not have',
  'too-many-options': 'An answer has more options than its question takes',
};

export function unfitResponses({ code, field, message }: ResponseFault): Refusal {
  const detail = 'Nothing was changed. Open the quiz again and send the answers to the questions it shows.';
  return new Refusal(code, TITLE[code], { detail, faults: [{ field, message }] });
}

export function versionRetired(): Refusal {
  const detail =
    'It was taken back before you opened it. The module may have a newer version: open it from the library.';
  return new Refusal('version-retired', 'This version of the module is no longer taught', { detail });
}

export function idUsedForOtherContent(): Refusal {
  const detail = 'The earlier answers stand. These were set aside and not marked: send them as a new try.';
  return new Refusal('id-used-for-other-content', 'This try was sent before with other answers', { detail });
}
