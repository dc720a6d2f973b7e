import { z } from 'zod/mini'

const longest = 1600

/** Whether a file calls itself a picture; what it really is, the server judges. */
export function isPicture(file: File): boolean {
  return file.type.startsWith('image/')
}

/**
 * A photo small enough to send from a village: at most 1600 px, JPEG. Drawing it anew also leaves behind where and
 * with what it was taken. What the browser can't draw is sent as it is; the server judges it.
 */
export async function smallPhoto(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
    return blob ?? file
  } catch {
    return file
  }
}

const Stored = z.object({ id: z.string() })
const Refused = z.object({ message: z.string() })

type Uploaded = { ok: true; id: string } | { ok: false; message: string }

/** Stores a photo; rejects without a connection or on a fault, so that it is tried again. */
export async function uploadPhoto(blob: Blob): Promise<Uploaded> {
  const body = new FormData()
  body.append('file', blob, '现场照片.jpg')
  const answer = await fetch('/api/files', {
    method: 'POST',
    headers: { 'x-sitai': '1' },
    credentials: 'same-origin',
    body,
  })
  if (answer.status >= 500 || answer.status === 401 || answer.status === 429)
    throw new TypeError('network: the photo did not arrive')
  const text: unknown = await answer.json()
  if (answer.ok) return { ok: true, id: z.parse(Stored, text).id }
  const refused = z.safeParse(Refused, text)
  return { ok: false, message: refused.success ? refused.data.message : '照片没有传上去，请换一张。' }
}
