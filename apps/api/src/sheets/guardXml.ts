/** What the guard looks for inside the parts of a workbook. Tags are found as text, in pieces; nothing is built in memory. */
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { Refusal } from '../acts/refusal.ts'

const most = { rows: 20_000, columns: 100, namedCells: 100_000, piece: 262_144 }

const no = (code: string, message: string) => new Refusal(code, message, ['file'])

/** Refuses a part by its name: what can run, reach out or hide. */
export function refusePart(name: string) {
  const part = name.toLowerCase()
  if (/vbaproject|^xl\/macrosheets\/|^xl\/dialogsheets\/|activex|customui/.test(part)) {
    throw no('MACROS', '工作簿含有宏，不能导入。请另存为不含宏的“Excel 工作簿（.xlsx）”。')
  }
  if (/^xl\/externallinks\/|^xl\/connections\.xml|^xl\/querytables\//.test(part)) throw externalLink()
  if (part.startsWith('xl/embeddings/')) throw no('EMBEDDED', '工作簿里嵌有其他文件，不能导入。请删除嵌入的对象。')
}

const externalLink = () =>
  no('EXTERNAL_LINK', '工作簿链接着其他文件或数据源，不能导入。请复制数据，用“选择性粘贴—数值”贴到模板里。')

/** Any XML part but a worksheet: no DTD, no macro type, nothing outside but plain hyperlinks, no giant named ranges. */
export async function scanXml(name: string, stream: Readable): Promise<void> {
  for await (const piece of pieces(stream)) {
    if (/macroEnabled|vbaProject/i.test(piece)) refusePart('vbaproject')
    for (const [tag] of piece.matchAll(/<(?:[\w.-]+:)?Relationship\s[^>]*>/g)) {
      if (/TargetMode\s*=\s*["']External/i.test(tag) && !/relationships\/hyperlink["']/.test(tag)) throw externalLink()
    }
    if (!/workbook\.xml$/i.test(name)) continue
    for (const [, range = ''] of piece.matchAll(/definedName(?:\s[^>]*)?>([^<]*)/g)) refuseNamedRange(range)
  }
}

function refuseNamedRange(text: string) {
  for (const [, left = '', top, right = '', bottom] of text.matchAll(
    /\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)/g,
  )) {
    const cells = (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1)
    if (Math.abs(cells) > most.namedCells)
      throw no('TOO_LARGE', '工作簿里定义了过大的名称区域，不能导入。请把数据复制到模板里。')
  }
}

/** A worksheet: besides, no formula, no merged cells, no more rows and columns than an import may have. */
export async function scanSheet(_name: string, stream: Readable): Promise<void> {
  let rows = 0
  let address = ''
  for await (const piece of pieces(stream)) {
    for (const [, tag, attributes = ''] of piece.matchAll(/<(?:[\w.-]+:)?(row|c|f|mergeCell)(?=[\s/>])([^>]*)/g)) {
      if (tag === 'f')
        throw no('FORMULA', `单元格 ${address} 含有公式，不能导入。请复制数据，用“选择性粘贴—数值”去掉公式。`)
      if (tag === 'mergeCell') throw no('MERGED', '工作表里有合并单元格，不能导入。请取消合并。')
      const reference = /\sr\s*=\s*["']([A-Z]*)(\d*)["']/.exec(attributes)
      if (tag === 'row') rows++
      else address = `${reference?.[1] ?? ''}${reference?.[2] ?? ''}`
      if (rows > most.rows || Number(reference?.[2]) > most.rows) {
        throw no(
          'TOO_MANY_ROWS',
          `工作表超过 ${most.rows} 行（空行也算）。请选中末尾的空行，右键“删除”，或分几次导入。`,
        )
      }
      if (columnNumber(reference?.[1] ?? '') > most.columns) {
        throw no('TOO_MANY_COLUMNS', `工作表超过 ${most.columns} 列。请删除右边多余的列。`)
      }
    }
  }
}

/** `A` is 1, `AA` is 27; nothing is 0. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + (letter.codePointAt(0) ?? 64) - 64, 0)
}

/** The text in pieces that never cut a tag in two. Refuses DTDs, encodings other than UTF-8, and endless tags or texts. */
async function* pieces(stream: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let isFirst = true
  for await (const chunk of stream) {
    const text = rest + decoder.write(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)))
    if (isFirst && /^(?:\uFFFD|\0)|\0|encoding\s*=\s*["'](?!utf-?8)/i.test(text.slice(0, 200))) {
      throw no('WRONG_TYPE', '工作簿的编码不常见，不能导入。请用 Excel 打开后另存为 .xlsx。')
    }
    isFirst = false
    const cut = text.lastIndexOf('<')
    const whole = cut < 0 ? '' : text.slice(0, cut)
    rest = cut < 0 ? text : text.slice(cut)
    if (rest.length > most.piece) throw no('TOO_LARGE', '单元格里的文字过长，不能导入。')
    yield checked(whole)
  }
  yield checked(rest)
}

function checked(text: string): string {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw no('DTD', '工作簿里有不允许的声明，不能导入。请用 Excel 打开后另存为 .xlsx。')
  return text
}
