/** A picture to put into a document or on slides. */
export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const scale = 3

/** The drawing as it stands, on white. */
export function pictureOf(svg: SVGSVGElement | null): Picture {
  if (!svg) throw new Error('There is no drawing yet.')
  const { width, height } = svg.viewBox.baseVal
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('A clone of a drawing is a drawing.')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  paper.setAttribute('width', '100%')
  paper.setAttribute('height', '100%')
  paper.setAttribute('fill', '#ffffff')
  copy.prepend(paper)
  return { svg: new XMLSerializer().serializeToString(copy), width, height }
}

/** The picture as PNG, three times as fine as on the screen. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png'),
  )
}

/** Whether this browser lets a page put a picture on the clipboard (it needs https or localhost). */
export function mayCopy(): boolean {
  return typeof ClipboardItem !== 'undefined' && 'clipboard' in navigator
}

/** Puts the picture on the clipboard, for pasting into slides. */
export async function copyPicture(picture: Picture): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': await pngOf(picture) })])
}

/** Saves a file under that name. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Saves the picture as SVG. */
export function saveSvg({ svg }: Picture, name: string): void {
  saveFile(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`)
}
