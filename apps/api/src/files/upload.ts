import type { Request, Response } from 'express'
import { Refusal } from '../acts/refusal.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { dropIncoming, incomingPath, isDiskFull } from './content.ts'
import { type IncomingFile, tooLarge } from './file.ts'

/**
 * Receives the one file of a multipart request (field `file`) onto the disk; a file over the bureau's limit is cut off
 * while it comes in. Refusals: TOO_LARGE, FILE_REQUIRED, INVALID. The caller owns the incoming path.
 */
export async function receiveFile(viewer: Viewer, request: Request, response: Response): Promise<IncomingFile> {
  const { uploadMaxMegabytes } = await settingsOf(viewer.divisionCode)
  const path = await incomingPath()
  const [folder, name] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)]
  // Loaded when the first file comes: a start need not wait for it.
  const { default: multer } = await import('multer')
  const receive = multer({
    storage: multer.diskStorage({ destination: folder, filename: (_request, _file, done) => done(null, name) }),
    limits: { fileSize: uploadMaxMegabytes * 2 ** 20, files: 1, fields: 5, fieldSize: 10_000, parts: 6 },
    defParamCharset: 'utf8',
  }).single('file')
  try {
    await new Promise<void>((resolve, reject) =>
      receive(request, response, (error: unknown) => (error ? reject(error) : resolve())),
    )
  } catch (error) {
    await dropIncoming(path)
    if (isDiskFull(error)) throw error
    if (error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE') throw tooLarge(uploadMaxMegabytes)
    throw new Refusal('INVALID', '上传的内容不完整，请重新上传。', ['file'])
  }
  if (!request.file) throw new Refusal('FILE_REQUIRED', '请选择文件。', ['file'])
  return { path, name: request.file.originalname }
}
