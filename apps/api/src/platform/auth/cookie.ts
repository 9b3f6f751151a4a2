import type { FastifyRequest } from 'fastify';

/** `__Host-` binds the cookie to one host over TLS; without TLS a browser would refuse that name. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-rounds' : 'rounds';
}

/** The session token of a request, or null. Parsed here because it runs on every request. */
export function tokenOf(request: FastifyRequest, secure: boolean): string | null {
  const header = request.headers.cookie;
  if (header === undefined) return null;
  const wanted = `${cookieName(secure)}=`;
  const found = header.split(/; */).find((part) => part.startsWith(wanted));
  return found === undefined ? null : found.slice(wanted.length);
}

/** Set-Cookie. A session cookie without Max-Age on a shared device: it goes when the browser closes. */
export function sessionCookie(token: string, secure: boolean, maxAgeSeconds: number | null): string {
  const age = maxAgeSeconds === null ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${cookieName(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax${age}${secure ? '; Secure' : ''}`;
}

export function clearedCookie(secure: boolean): string {
  return sessionCookie('', secure, 0);
}
