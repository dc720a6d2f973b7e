import { useEffect, useSyncExternalStore } from 'react'

import { client } from '../apollo.ts'
import { type Entry, outboxStore } from './outboxStore.ts'
import { sendLog } from './sendLog.ts'

/** What is still on this phone, newest first, and what has just been sent from it. */
export interface Outbox {
  entries: readonly Entry[]
  /** Keys that are on the wire. */
  sending: readonly string[]
  /** Sent since the page was opened: the community's name and the log's id. */
  sent: readonly { key: string; id: string; communityName: string; warnings: readonly string[] }[]
  /** False where the browser keeps nothing: what is written is lost with the tab. */
  keeps: boolean
}

let account = ''
let now: Outbox = { entries: [], sending: [], sent: [], keeps: true }
const listeners = new Set<() => void>()

function set(patch: Partial<Outbox>) {
  now = { ...now, ...patch }
  for (const listener of listeners) listener()
}

/** Opens the outbox of an account; what another account left behind on this phone is removed. */
export async function openOutbox(accountId: string): Promise<void> {
  if (account === accountId) return
  account = accountId
  try {
    const all = await outboxStore.all()
    for (const foreign of all.filter((it) => it.accountId !== accountId)) await outboxStore.remove(foreign.key)
    set({ entries: all.filter((it) => it.accountId === accountId).toSorted((a, b) => b.savedAt - a.savedAt) })
  } catch {
    set({ keeps: false })
  }
  window.addEventListener('online', () => void sendAll())
  setInterval(() => void sendAll(), 30_000)
  await sendAll()
}

/** Keeps an entry on the phone; a later one with the same key takes its place. */
export async function keepEntry(entry: Omit<Entry, 'accountId' | 'savedAt'>): Promise<void> {
  const kept: Entry = { ...entry, accountId: account, savedAt: Date.now() }
  set({ entries: [kept, ...now.entries.filter((it) => it.key !== entry.key)] })
  await outboxStore.put(kept).catch(() => set({ keeps: false }))
}

/** Drops what has not been sent. */
export async function dropEntry(key: string): Promise<void> {
  set({ entries: now.entries.filter((it) => it.key !== key) })
  await outboxStore.remove(key).catch(() => undefined)
}

export function entryOf(key: string): Entry | undefined {
  return now.entries.find((it) => it.key === key)
}

/** Sends everything that waits. One at a time: phones are on thin wires. */
export async function sendAll(): Promise<void> {
  for (const { key } of now.entries.filter((it) => it.state === 'QUEUED')) await sendEntry(key)
}

/** Sends one entry; it stays queued when nobody knows whether it arrived. */
export async function sendEntry(key: string): Promise<void> {
  const entry = entryOf(key)
  if (!entry || now.sending.includes(key)) return
  set({ sending: [...now.sending, key] })
  try {
    const outcome = await sendLog(entry, keepEntry)
    if (outcome.ok) {
      await dropEntry(key)
      set({
        sent: [{ key, id: outcome.id, communityName: entry.communityName, warnings: outcome.warnings }, ...now.sent],
      })
      await client.refetchQueries({ include: 'active' })
    } else {
      await keepEntry({ ...entry, ...entryOf(key), state: 'REFUSED', message: outcome.message })
    }
  } catch {
    await keepEntry({
      ...entry,
      ...entryOf(key),
      state: 'QUEUED',
      message: navigator.onLine ? '没有发送成功，稍后自动重发。' : '没有网络，联网后自动发送。',
    })
  } finally {
    set({ sending: now.sending.filter((it) => it !== key) })
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The outbox of the viewer's account. */
export function useOutbox(accountId: string): Outbox {
  useEffect(() => void openOutbox(accountId), [accountId])
  return useSyncExternalStore(subscribe, () => now)
}
