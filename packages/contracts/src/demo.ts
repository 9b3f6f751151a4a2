/** The people who can sign in to the demo, and only there. */
export const DEMO_SIGN_INS = [
  { who: 'clinician', label: 'Clinician', email: 'clinician@demo.rounds.test' },
  { who: 'educator', label: 'Educator', email: 'educator@demo.rounds.test' },
  { who: 'reviewer', label: 'Reviewer', email: 'reviewer@demo.rounds.test' },
  { who: 'lead', label: 'CPD lead', email: 'lead@demo.rounds.test' },
  { who: 'manager', label: 'Manager', email: 'manager@demo.rounds.test' },
  { who: 'admin', label: 'Admin', email: 'admin@demo.rounds.test' },
] as const;
export const DEMO_PASSWORD = 'rounds-demo';
