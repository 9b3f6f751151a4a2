export type VersionNumber = { major: number; minor: number };
export type KnownVersion = VersionNumber & { contentHash: string };

export type OfferedVersion = KnownVersion & {
  /** What the file says it is, against the version before. */
  change: 'major' | 'minor';
};

export type ImportDecision = { do: 'nothing' } | { do: 'publish' } | { do: 'refuse'; reason: string };

/** What to do with a module's file, given all versions published of it. A refusal says what its author is to do. */
export function decideImport(offered: OfferedVersion, known: readonly KnownVersion[]): ImportDecision {
  if (known.some(({ contentHash }) => contentHash === offered.contentHash)) return { do: 'nothing' };
  const latest = known.toSorted((a, b) => compare(b, a))[0];
  if (latest === undefined) return { do: 'publish' };
  if (compare(offered, latest) <= 0) {
    const next = `${latest.major}.${latest.minor + 1} for a minor change or ${latest.major + 1}.0 for a major one`;
    return {
      do: 'refuse',
      reason: `version ${say(latest)} is published, and what the files hold now is another. Set version to ${next}.`,
    };
  }
  const isMajor = offered.major > latest.major;
  if (isMajor !== (offered.change === 'major')) {
    return {
      do: 'refuse',
      reason: `change is ${offered.change}, but version goes from ${say(latest)} to ${say(offered)}. Mend one of the two.`,
    };
  }
  return { do: 'publish' };
}

function compare(a: VersionNumber, b: VersionNumber): number {
  return a.major - b.major || a.minor - b.minor;
}

const say = ({ major, minor }: VersionNumber): string => `${major}.${minor}`;
