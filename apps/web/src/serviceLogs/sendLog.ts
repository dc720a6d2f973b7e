import { readRefusal } from '../act.ts'
import { client } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { fieldsOf } from './logForm.ts'
import type { Entry } from './outboxStore.ts'
import { uploadPhoto } from './photos.ts'

const LogService = graphql(`
  mutation LogService($input: LogServiceInput!) {
    logService(input: $input) { ...Refused ... on ServiceLog { id warnings } }
  }
`)

/** What became of a log that was sent: it arrived, or it was refused with the server's reason. */
export type Sent = { ok: true; id: string; warnings: readonly string[] } | { ok: false; message: string }

/**
 * Sends a log with its photos. Rejects when it can't be known whether it arrived (no connection, a fault): then the
 * same entry is sent again later, and the key makes it one. `keep` stores a photo's id as soon as it is known.
 */
export async function sendLog(entry: Entry, keep: (entry: Entry) => Promise<unknown>): Promise<Sent> {
  let current = entry
  for (const photo of entry.photos) {
    if (photo.fileId || !photo.blob) continue
    const answer = await uploadPhoto(photo.blob)
    if (!answer.ok) return { ok: false, message: answer.message }
    const photos = current.photos.map((it) => (it.local === photo.local ? { ...it, fileId: answer.id } : it))
    current = { ...entry, photos }
    await keep(current)
  }
  const { form } = current
  const visit = form.recordVisit ? { startTime: form.startTime || null, endTime: form.endTime || null } : null
  const { data } = await client.mutate({
    mutation: LogService,
    variables: { input: { idempotencyKey: entry.key, log: fieldsOf(form, current.photos), visit, submit: true } },
  })
  if (!data) throw new Error('The server answered neither data nor an error.')
  const outcome = data.logService
  if (outcome.__typename === 'Refusal') return { ok: false, message: readRefusal(outcome).message }
  return { ok: true, id: outcome.id, warnings: outcome.warnings }
}
