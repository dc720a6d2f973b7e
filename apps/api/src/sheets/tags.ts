/** The tags of an XML part as a parser sees them: attributes decoded, comments and quotes respected; in bounded memory. */
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { Refusal } from '../acts/refusal.ts'

/** The longest tag, comment or text, in characters. */
const longest = 262_144

export interface Tag {
  /** Without its prefix. */
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  /** Attributes as written; `attributesOf` decodes them. */
  readonly written: string
  /** What stands between the tag before and this one, as written. */
  readonly text: string
}

const no = (code: string, message: string) => new Refusal(code, message, ['file'])

/** What is not XML as a spreadsheet program writes it. */
export const broken = () =>
  no('WRONG_TYPE', '文件已损坏，不是完整的 Excel 工作簿。请用 Excel 打开后另存为 .xlsx 再上传。')

const tagAt = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
/** What hides tags or is none, and how it ends. */
const passages = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/**
 * The tags of a part, some at a time. Refuses DTDs, encodings other than UTF-8, endless tags or texts, and whatever a
 * strict parser would not take.
 */
export async function* tagsOf(stream: Readable): AsyncGenerator<readonly Tag[]> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let isFirst = true
  for await (const chunk of stream) {
    const text = rest + decoder.write(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)))
    if (isFirst && /^(?:\uFFFD|\0)|\0|encoding\s*=\s*["'](?!utf-?8)/i.test(text.slice(0, 200))) {
      throw no('WRONG_TYPE', '工作簿的编码不常见，不能导入。请用 Excel 打开后另存为 .xlsx。')
    }
    isFirst = false
    const { tags, end } = wholeTags(text)
    rest = text.slice(end)
    if (rest.length > longest) throw no('TOO_LARGE', '单元格里的文字过长，不能导入。')
    yield tags
  }
  if (rest.includes('<')) throw broken()
}

/** The tags that end within the text, and where the last of them does. */
function wholeTags(text: string): { tags: Tag[]; end: number } {
  const tags: Tag[] = []
  let end = 0
  let before = ''
  for (;;) {
    const at = text.indexOf('<', end + before.length)
    if (at < 0) return { tags, end }
    const passage = passages.find(([begin]) => text.startsWith(begin, at))
    if (passage) {
      const close = text.indexOf(passage[1], at + passage[0].length)
      if (close < 0) return { tags, end }
      // What a comment or a CDATA section says is text: it is passed over, and never taken for a tag.
      before = text.slice(end, close + passage[1].length)
      continue
    }
    if (/^<!(?:DOCTYPE|ENTITY)/i.test(text.slice(at, at + 9))) {
      throw no('DTD', '工作簿里有不允许的声明，不能导入。请用 Excel 打开后另存为 .xlsx。')
    }
    tagAt.lastIndex = at
    const found = tagAt.exec(text)
    if (!found) {
      // Either it goes on in the next piece, or it is no tag: a second "<" can't stand within one.
      if (text.includes('<', at + 1)) throw broken()
      return { tags, end }
    }
    const [whole, slash = '', name = '', written = '', empty = ''] = found
    const kind = slash ? 'close' : empty ? 'empty' : 'open'
    if ((slash && (empty || written)) || tags.length > longest) throw broken()
    tags.push({ name, kind, written, text: text.slice(end, at) })
    end = at + whole.length
    before = ''
  }
}

/** The attributes of a tag, decoded, by name without prefix. A name given twice is refused. */
export function attributesOf({ written }: Tag): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  const names = new Set<string>()
  for (const [, whole = '', double, single] of written.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (names.has(whole)) throw broken()
    names.add(whole)
    const name = whole.slice(whole.indexOf(':') + 1)
    const value = decoded(double ?? single ?? '')
    // `x:r` beside `r` is another attribute; the plain one is what the reader looks at.
    if (whole === name || !attributes.has(name)) attributes.set(name, value)
  }
  return attributes
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text with its entities and character references decoded. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&([^;&\s]{0,12})(;?)/g, (_, entity: string, end: string) => {
    const [, hex, decimal] = /^#(?:[xX]([0-9a-fA-F]+)|([0-9]+))$/.exec(entity) ?? []
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : named[entity]
    if (end === '' || character === undefined) throw broken()
    return character
  })
}
