/** Whether a client takes Brotli, by its Accept-Encoding. A quality of 0 says no. */
export function takesBrotli(acceptEncoding: string | undefined): boolean {
  return (acceptEncoding ?? '').split(',').some((part) => {
    const [coding = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    return coding === 'br' && !parameters.some((parameter) => /^q=0(?:\.0*)?$/u.test(parameter));
  });
}

/** Whether a client has this entity already, by its If-None-Match (RFC 9110, 13.1.2: weak comparison). */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//u, '');
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}
