import { Refusal } from '../acts/refusal.ts'

const seconds = 15 * 60

let known: ReturnType<typeof newCounters> | undefined

/** One set for the process; where it could not be loaded, the next sign-in tries again. */
function counters(): ReturnType<typeof newCounters> {
  return (known ??= newCounters().catch((error: unknown) => {
    known = undefined
    throw error
  }))
}

/** Loaded with the first sign-in: the library brings far more than is used of it. */
async function newCounters() {
  const { RateLimiterMemory, RateLimiterRes } = await import('rate-limiter-flexible')
  return {
    /** Failed sign-ins of one name from one address. The account's own lockout is stricter; this one holds unknown names too. */
    ofName: new RateLimiterMemory({ keyPrefix: 'name', points: 20, duration: seconds }),
    /** Failed sign-ins from one address, whatever the name: a bureau behind one address stays far below it. */
    ofAddress: new RateLimiterMemory({ keyPrefix: 'address', points: 100, duration: seconds }),
    isRefused: (error: unknown) => error instanceof RateLimiterRes && error,
  }
}

type Attempt = { readonly ip: string | null; readonly userName: string }

/**
 * Takes one attempt from the address and from the name at that address, or refuses. Taken before the password is looked
 * at, so that many attempts at once count too. Kept in memory: the lockout, which is in the database, holds over restarts.
 */
export async function takeAttempt({ ip, userName }: Attempt): Promise<void> {
  const address = ip ?? 'unknown'
  const { ofName, ofAddress, isRefused } = await counters()
  try {
    await ofAddress.consume(address)
    await ofName.consume(`${address} ${userName.toLowerCase()}`)
  } catch (error) {
    const refused = isRefused(error)
    if (!refused) throw error
    const minutes = Math.max(1, Math.ceil(refused.msBeforeNext / 60_000))
    throw new Refusal('RATE_LIMITED', `登录尝试过于频繁，请 ${minutes} 分钟后再试。`, ['password'])
  }
}

/** Gives the attempt back: whoever knows the password is no guesser. */
export async function giveBack({ ip, userName }: Attempt): Promise<void> {
  const address = ip ?? 'unknown'
  const { ofName, ofAddress } = await counters()
  await ofAddress.reward(address)
  await ofName.delete(`${address} ${userName.toLowerCase()}`)
}
