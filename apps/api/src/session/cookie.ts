import { parseCookie, stringifySetCookie } from 'cookie'
import { isProduction } from '../config.ts'

/** `__Host-` pins the cookie to this host, the root path and TLS; browsers accept it only over https. */
const name = isProduction ? '__Host-sitai' : 'sitai'

export function sessionTokenOf(cookieHeader: string | undefined): string | null {
  return parseCookie(cookieHeader ?? '')[name] ?? null
}

/** The Set-Cookie header that begins (token) or ends (null) a session. It lives until the browser closes. */
export function sessionCookie(token: string | null): string {
  return stringifySetCookie({
    name,
    value: token ?? '',
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isProduction,
    ...(token === null ? { maxAge: 0 } : {}),
  })
}
