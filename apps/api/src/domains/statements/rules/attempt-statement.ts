/** Verbs of ADL, as cmi5 uses them. */
const VERB = {
  passed: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { en: 'passed' } },
  failed: { id: 'http://adlnet.gov/expapi/verbs/failed', display: { en: 'failed' } },
  completed: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
} as const;
export type Verb = keyof typeof VERB;

const MODULE = 'http://adlnet.gov/expapi/activities/module';

export type Statement = {
  id: string;
  timestamp: string;
  actor: { objectType: 'Agent'; account: { homePage: string; name: string } };
  verb: { id: string; display: Record<string, string> };
  object: { objectType: 'Activity'; id: string; definition: { type: string; name: Record<string, string> } };
  result: { score?: { scaled: number; raw: number; min: 0; max: number }; success?: boolean; completion?: true };
  context: { revision: string; language: string; platform: 'Rounds' };
};

export type StatedAttempt = {
  /** A pseudonym: the person's id, no name or address. */
  personId: string;
  raw: number;
  max: number;
  occurredAt: Date;
  version: { moduleId: string; title: string; language: string; major: number; minor: number };
};

/** The address the statements' ids and actors rest on. */
type Home = { id: string; homePage: string };

/**
 * The xAPI statement of a marked try, or of the completion it made. As in cmi5 only `passed` and `failed` carry a score
 * and success, and only `completed` carries completion. `id` comes from attempt and verb, so that a resend cannot double.
 */
export function attemptStatement(verb: Verb, attempt: StatedAttempt, { id, homePage }: Home): Statement {
  const { personId, raw, max, occurredAt } = attempt;
  const { moduleId, title, language, major, minor } = attempt.version;
  const score = { scaled: raw / max, raw, min: 0 as const, max };
  return {
    id,
    timestamp: occurredAt.toISOString(),
    actor: { objectType: 'Agent', account: { homePage, name: personId } },
    verb: VERB[verb],
    object: {
      objectType: 'Activity',
      id: `${homePage}/modules/${moduleId}`,
      definition: { type: MODULE, name: { [language]: title } },
    },
    result: verb === 'completed' ? { completion: true } : { score, success: verb === 'passed' },
    context: { revision: `${major}.${minor}`, language, platform: 'Rounds' },
  };
}
