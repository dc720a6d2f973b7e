const name = 'sitai-outbox'

/** Takes everything that logs left on this phone off it, drafts too; part of signing out (ASVS 14.3.1). */
export function forgetOutbox(): Promise<void> {
  return new Promise((resolve) => {
    if (!('indexedDB' in window)) return resolve()
    const request = indexedDB.deleteDatabase(name)
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => resolve())
    // Another tab holds it open: it goes with that tab's next page.
    request.addEventListener('blocked', () => resolve())
  })
}

/** How many logs wait on this phone, sent or not. */
export function countUnsent(): Promise<number> {
  return new Promise((resolve) => {
    if (!('indexedDB' in window)) return resolve(0)
    const request = indexedDB.open(name)
    request.addEventListener('error', () => resolve(0))
    request.addEventListener('upgradeneeded', () => request.transaction?.abort())
    request.addEventListener('success', () => {
      const database = request.result
      const done = (count: number) => {
        database.close()
        resolve(count)
      }
      if (!database.objectStoreNames.contains('entries')) return done(0)
      const count = database.transaction('entries').objectStore('entries').count()
      count.addEventListener('success', () => done(count.result))
      count.addEventListener('error', () => done(0))
    })
  })
}
