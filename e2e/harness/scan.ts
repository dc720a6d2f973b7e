import type { Locator } from 'playwright-core'
import { decodeQR } from 'qr/decode.js'

/** What a phone's camera would read from a code on the screen: its picture is decoded, not its markup. */
export async function scan(code: Locator): Promise<string> {
  const picture = (await code.screenshot()).toString('base64')
  // A page of its own to take the picture apart in: the product's policy lets in no picture from elsewhere.
  const desk = await code.page().context().newPage()
  const { width, height, data } = await desk.evaluate(async (png) => {
    const image = new Image()
    image.src = `data:image/png;base64,${png}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const pixels = context.getImageData(0, 0, image.width, image.height)
    return { width: pixels.width, height: pixels.height, data: [...pixels.data] }
  }, picture)
  await desk.close()
  // Frames of a camera have a time budget; a test on a busy machine has none.
  return decodeQR({ width, height, data: Uint8Array.from(data) }, { timeLimit: 10_000 })
}
