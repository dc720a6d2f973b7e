/**
 * `pnpm bureau <code> <name> <province> <city> <district>`: opens an empty bureau for real work, and prints the two
 * sign-ins that begin it (a system administrator and a bureau administrator) with initial passwords, once.
 *
 *     DATABASE_URL=… pnpm bureau 330203 宁波市海曙区司法局 浙江省 宁波市 海曙区
 */
import { randomInt } from 'node:crypto'

import { connect } from '@sitai/db/connect'
import { migrate } from '@sitai/db/migrate'

const [code = '', name = '', ...places] = process.argv.slice(2)
const ownerUrl = process.env['DATABASE_URL']

if (!ownerUrl || !/^\d{6}$/u.test(code) || name === '' || places.length !== 3) {
  console.error('Usage: DATABASE_URL=… pnpm bureau <6-digit code> <name> <province> <city> <district>')
  process.exit(1)
}

/** 12 characters of three classes that nobody mistakes for one another (no 0 O 1 l I). */
function initialPassword(): string {
  const draw = (letters: string, count: number) =>
    Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
  return `${draw('ABCDEFGHJKMNPQRSTUVWXYZ', 3)}${draw('abcdefghjkmnpqrstuvwxyz', 5)}${draw('23456789', 4)}`
}

await migrate(ownerUrl)
const { hashPassword } = await import('../apps/api/src/session/password.ts')
const db = connect(ownerUrl, { poolSize: 1 })
const people = [
  { role: 'SYS_ADMIN', userName: `sys${code}`, displayName: '系统管理员', password: initialPassword() },
  { role: 'BUREAU_ADMIN', userName: `admin${code}`, displayName: '局管理员', password: initialPassword() },
] as const
const hashes = await Promise.all(people.map(({ password }) => hashPassword(password)))

await db.$transaction(async (tx) => {
  const viewer = JSON.stringify({ actorName: '安装', act: 'openBureau', requestId: 'setup', divisionCode: code })
  await tx.$queryRaw`SELECT set_config('sitai.viewer', ${viewer}, true)`
  for (const [index, place] of places.entries()) {
    const division = code.slice(0, 2 * (index + 1))
    await tx.division.upsert({
      where: { code: division },
      create: { code: division, name: place },
      update: { name: place },
    })
  }
  await tx.bureau.create({
    data: { divisionCode: code, name, shortName: name.replace(/^.{1,6}市/u, ''), isDemo: false },
  })
  for (const [index, { role, userName, displayName }] of people.entries()) {
    await tx.account.create({
      data: {
        userName,
        displayName,
        passwordHash: hashes[index] ?? '',
        divisionCode: code,
        grants: { create: { role, divisionCode: code } },
      },
    })
  }
})
await db.$disconnect()

console.log(`${name} 已开通。首次登录须改密码；下面的密码只显示这一次。`)
for (const { displayName, userName, password } of people) console.log(`  ${displayName}  ${userName}  ${password}`)
