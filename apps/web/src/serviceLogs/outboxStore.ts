import type { LogForm, LogPhoto } from './logForm.ts'

/** A log that is still on the phone: being written, waiting for a connection, or refused and waiting for its author. */
export interface Entry {
  /** Its idempotency key: sent again, it is the same log. */
  key: string
  /** Whose it is; nobody else on this phone sees it. */
  accountId: string
  state: 'DRAFT' | 'QUEUED' | 'REFUSED'
  /** Why it has not arrived, in words. */
  message: string
  savedAt: number
  communityName: string
  form: LogForm
  photos: LogPhoto[]
}

const name = 'sitai-outbox'
const store = 'entries'

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(store, { keyPath: 'key' }))
    request.addEventListener('success', () => {
      // Signing out deletes the store: nothing may hold it.
      request.result.addEventListener('versionchange', () => request.result.close())
      resolve(request.result)
    })
    request.addEventListener('error', () => reject(request.error))
  })
  return opened
}

async function run<T>(mode: IDBTransactionMode, act: (entries: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode)
    const request = act(transaction.objectStore(store))
    transaction.addEventListener('complete', () => resolve(request.result))
    transaction.addEventListener('error', () => reject(transaction.error))
    transaction.addEventListener('abort', () => reject(transaction.error))
  })
}

/**
 * The phone's own store (IndexedDB): it holds what was typed and photographed until it has been sent, nothing else,
 * and is emptied on sign-out. Rejects where the browser keeps nothing (some private modes).
 */
export const outboxStore = {
  all: (): Promise<Entry[]> => run('readonly', (entries) => entries.getAll()),
  put: (entry: Entry) => run('readwrite', (entries) => entries.put(entry)),
  remove: (key: string) => run('readwrite', (entries) => entries.delete(key)),
  clear: () => run('readwrite', (entries) => entries.clear()),
}
