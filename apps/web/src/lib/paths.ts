/** Every address a screen leads to, in one place. */
export const paths = {
  today: '/today',
  library: '/library',
  path: (pathId: string) => `/paths/${pathId}`,
  module: (moduleId: string) => `/modules/${moduleId}`,
  discussion: (pathId: string) => `/paths/${pathId}/discussion`,
  joinDiscussion: '/discussion',
  /** Resumes at the card that is next. */
  read: (versionId: string) => `/read/${versionId}`,
  /** Cards are counted from 1. */
  card: (versionId: string, number: number) => `/read/${versionId}/${number}`,
  quiz: (versionId: string) => `/quiz/${versionId}`,
  question: (versionId: string, number: number) => `/quiz/${versionId}/${number}`,
  quizReview: (versionId: string) => `/quiz/${versionId}/review`,
  result: (attemptId: string) => `/results/${attemptId}`,
  cpdRecord: '/cpd-record',
  cpdEntry: (completionId: string) => `/cpd-record/${completionId}`,
  reflect: (completionId: string) => `/cpd-record/${completionId}/reflect`,
  visibility: '/what-your-organisation-sees',
  accessibility: '/accessibility',
  kept: '/kept-on-this-device',
  more: '/more',
  account: '/account',
  handIn: '/hand-in',
  completions: '/lead/records',
  reports: '/educator/reports',
  signOffs: '/educator/sign-offs',
  signOff: (versionId: string) => `/educator/sign-offs/${versionId}`,
  /** One quiz item, to mend its key. */
  item: (versionId: string, itemId: string) => `/educator/versions/${versionId}/items/${itemId}`,
  people: '/admin/people',
  addPerson: '/admin/people/new',
  person: (personId: string) => `/admin/people/${personId}`,
  units: '/admin/units',
  audit: '/admin/audit',
  /** The audit log of what one person did, and of what was done to them. */
  auditOf: (personId: string) => `/admin/audit?person=${personId}`,
} as const;

/** Where the API asks a person of several organisations which one they act in. */
export function chooseOrganisationAddress(next: string): string {
  return `/sign-in/organisation?next=${encodeURIComponent(next)}`;
}

/** Where the API shows the sign-in form; `next` brings the person back. */
export function signInAddress(next: string): string {
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** The same form, saying that the person is signed out. */
export const SIGNED_OUT_ADDRESS = '/sign-in?notice=signed-out';
