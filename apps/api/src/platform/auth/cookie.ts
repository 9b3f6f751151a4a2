import type { FastifyRequest } from 'fastify';

/** `__Host-` binds the cookie to one host over TLS; without TLS a browser would refuse that name. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-rounds' : 'rounds';
}

/** The session token of a request, or null. Parsed here because it runs on every request. */
export function tokenOf(request: FastifyRequest, secure: boolean): string | null {
  return cookieOf(request, cookieName(secure));
}

export function cookieOf(request: FastifyRequest, name: string): string | null {
  const header = request.headers.cookie;
  if (header === undefined) return null;
  const wanted = `${name}=`;
  const found = header.split(/; */).find((part) => part.startsWith(wanted));
  return found === undefined ? null : found.slice(wanted.length);
}

/** Set-Cookie, for the server's eyes alone. `maxAgeSeconds` null: until the browser closes. */
export function setCookie(name: string, value: string, secure: boolean, maxAgeSeconds: number | null): string {
  const age = maxAgeSeconds === null ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${age}${secure ? '; Secure' : ''}`;
}

/** Set-Cookie. A session cookie without Max-Age on a shared device: it goes when the browser closes. */
export function sessionCookie(token: string, secure: boolean, maxAgeSeconds: number | null): string {
  return setCookie(cookieName(secure), token, secure, maxAgeSeconds);
}

export function clearedCookie(secure: boolean): string {
  return sessionCookie('', secure, 0);
}
