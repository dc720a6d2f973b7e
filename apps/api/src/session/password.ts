import { hash, verify } from '@node-rs/argon2'

/** argon2id with the parameters OWASP recommends: 19 MiB, two passes, one lane (about 40 ms). */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, argon2id)
}

/** False for a wrong password and for a hash that cannot be read. */
export async function isPassword(password: string, passwordHash: string): Promise<boolean> {
  try {
    return await verify(passwordHash, password)
  } catch {
    return false
  }
}

/** A hash nobody's password has: verified for unknown user names, so that they take as long as known ones. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c2l0YWktbm9ib2R5LTAwMA$Q3Gx2Zt1vIHzLkZfWyOdA8nW7yqJrfh0k9u1b6o2w5E'
