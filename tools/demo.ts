import pg from 'pg'

/**
 * Loads the demo bureau when the database has no bureau; answers lines about who signs in with what.
 * None for a bureau of its own, and with SITAI_DEMO=no. Generated files must be there.
 */
export async function demo(ownerUrl: string, say: (line: string) => void): Promise<string[]> {
  const bureaus = await bureausIn(ownerUrl)
  if (bureaus.length === 0 && process.env['SITAI_DEMO'] !== 'no') {
    say('Loading the demo bureau')
    const { seed } = await import('../prisma/seed/seed.ts')
    await seed(ownerUrl, say)
  } else if (!bureaus.some((bureau) => bureau.is_demo)) return []

  const { demoPassword, demoSignIns } = await import('../prisma/seed/accounts.ts')
  return [
    `演示账号（密码都是 ${demoPassword}）`,
    ...demoSignIns.map(({ userName, label }) => `  ${userName.padEnd(10)}${label}`),
  ]
}

async function bureausIn(url: string): Promise<{ is_demo: boolean }[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<{ is_demo: boolean }>('SELECT is_demo FROM bureau')).rows
  } finally {
    await client.end()
  }
}
