/** Workbooks for tests, good and hostile, packed by hand from their parts: no library would write most of them. */
import { Buffer } from 'node:buffer'
import { ZipFile } from 'yazl'

type Parts = Readonly<Record<string, string | Buffer>>

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCodePoint(65 + (index % 26))

/** The XML of a row of texts. */
export function rowXml(number: number, texts: readonly string[]): string {
  const cells = texts.map((text, index) =>
    text === ''
      ? ''
      : `<c r="${letters(index)}${number}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
  )
  return `<row r="${number}">${cells.join('')}</row>`
}

export function sheetXml(rows: string, after = '', before = ''): string {
  return `${declaration}${before}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetData>${rows}</sheetData>${after}</worksheet>`
}

export function workbookXml(sheets = 1, after = ''): string {
  const list = Array.from(
    { length: sheets },
    (_, index) => `<sheet name="表${index + 1}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets>${after}</workbook>`
}

/** The parts of an honest workbook with one worksheet; override or add to make it hostile. */
export function partsOf(rows: readonly (readonly string[])[]): Record<string, string> {
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`,
    '_rels/.rels': relations([['rId1', `${office}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(),
    'xl/_rels/workbook.xml.rels': relations([['rId1', `${office}/worksheet`, 'worksheets/sheet1.xml']]),
    'xl/worksheets/sheet1.xml': sheetXml(rows.map((texts, index) => rowXml(index + 1, texts)).join('')),
  }
}

export function relations(
  items: readonly (readonly [id: string, type: string, target: string, mode?: string])[],
): string {
  const list = items.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  )
  return `${declaration}<Relationships xmlns="${packaging}/relationships">${list.join('')}</Relationships>`
}

/** Packs parts into a file's bytes. */
export async function packed(parts: Parts): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return new Uint8Array(Buffer.concat(chunks))
}

/** An honest workbook of texts, the headings first. */
export async function workbookOf(rows: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  return packed(partsOf(rows))
}

type Hostile = readonly [what: string, code: string, bytes: () => Promise<Uint8Array<ArrayBuffer>>]

const rows = [
  ['*机构名称', '*统一社会信用代码'],
  ['甲所', '1'],
]
const with_ = (changes: Parts) => () => packed({ ...partsOf(rows), ...changes })
const sheet = (body: string, after = '', before = '') =>
  with_({ 'xl/worksheets/sheet1.xml': sheetXml(body, after, before) })
const heading = rowXml(1, rows[0] ?? [])
const bytesOf = (content: string | Buffer) => () => Promise.resolve(new Uint8Array(Buffer.from(content)))
const without = (name: string) => () => {
  const { [name]: _gone, ...rest } = partsOf(rows)
  return packed(rest)
}
const cutInHalf = async () => {
  const whole = await packed(partsOf(rows))
  return whole.slice(0, whole.length / 2)
}
/** Changes bytes of the archive after packing, wherever the pattern stands. */
const patched = (pattern: Buffer, replacement: Buffer) => async () => {
  const whole = Buffer.from(await packed(partsOf(rows)))
  for (let at = whole.indexOf(pattern); at >= 0; at = whole.indexOf(pattern, at + 1)) replacement.copy(whole, at)
  return new Uint8Array(whole)
}
/** Claims in the archive's directory that every part is small. */
const lyingSizes = async () => {
  const bomb = Buffer.from(await sheet(heading + '<row r="2"/>'.repeat(1_000_000))())
  for (let at = bomb.indexOf('PK\u0001\u0002'); at >= 0; at = bomb.indexOf('PK\u0001\u0002', at + 1))
    bomb.writeUInt32LE(900, at + 24)
  return new Uint8Array(bomb)
}
const markedEncrypted = async () => {
  const whole = Buffer.from(await packed(partsOf(rows)))
  for (let at = whole.indexOf('PK\u0001\u0002'); at >= 0; at = whole.indexOf('PK\u0001\u0002', at + 1)) {
    whole.writeUInt16LE(whole.readUInt16LE(at + 8) | 1, at + 8)
  }
  return new Uint8Array(whole)
}
const dtd = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
const laughs = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((it, index) => `<!ENTITY ${it} "${`&${'abcdefgh'[index]};`.repeat(10)}">`).join('')}]>`

/** Files that an import must refuse, with the code of the Refusal. */
export const hostileWorkbooks: readonly Hostile[] = [
  ['一段文字', 'WRONG_TYPE', bytesOf('机构名称,统一社会信用代码\n甲所,1')],
  [
    '一张图片',
    'WRONG_TYPE',
    bytesOf(
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    ),
  ],
  ['一份 PDF', 'WRONG_TYPE', bytesOf('%PDF-1.7\n1 0 obj<<>>endobj')],
  ['一个网页', 'WRONG_TYPE', bytesOf('<html><table><tr><td>甲所</td></tr></table></html>')],
  ['一个可执行文件', 'WRONG_TYPE', bytesOf(`MZ${'\0'.repeat(300)}`)],
  ['空文件', 'EMPTY_FILE', bytesOf('')],
  [
    '旧版 .xls 或加密的工作簿',
    'WRONG_TYPE',
    bytesOf(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)])),
  ],
  ['普通压缩包', 'WRONG_TYPE', () => packed({ 'readme.txt': 'hello' })],
  ['Word 文档', 'WRONG_TYPE', () => packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })],
  ['空压缩包', 'WRONG_TYPE', () => packed({})],
  ['截断的工作簿', 'WRONG_TYPE', cutInHalf],
  ['只有压缩包开头的文件', 'WRONG_TYPE', bytesOf('PK\u0003\u0004')],
  ['缺少工作簿部件', 'WRONG_TYPE', without('xl/workbook.xml')],
  ['缺少类型清单', 'WRONG_TYPE', without('[Content_Types].xml')],
  ['标作加密的部件', 'WRONG_TYPE', markedEncrypted],
  [
    '路径里带反斜线的部件',
    'WRONG_TYPE',
    patched(Buffer.from('xl/worksheets/sheet1.xml'), Buffer.from('xl\\worksheets\\sheet1.xml')),
  ],
  [
    '跳出目录的部件',
    'WRONG_TYPE',
    patched(Buffer.from('xl/worksheets/sheet1.xml'), Buffer.from('../../../../etc/evil.xml')),
  ],
  ['两个同名部件', 'WRONG_TYPE', with_({ 'XL/Worksheets/Sheet1.xml': sheetXml(heading) })],
  [
    '四百个部件',
    'TOO_LARGE',
    with_(Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`xl/media/${index}.txt`, 'x']))),
  ],
  ['压缩炸弹', 'TOO_LARGE', with_({ 'xl/media/bomb.bin': Buffer.alloc(40 * 2 ** 20) })],
  [
    '许多小炸弹',
    'TOO_LARGE',
    with_(
      Object.fromEntries(
        Array.from({ length: 36 }, (_, index) => [`xl/media/${index}.bin`, Buffer.alloc(2 * 2 ** 20, index)]),
      ),
    ),
  ],
  ['谎报大小的压缩炸弹', 'WRONG_TYPE', lyingSizes],
  ['一百万个空行', 'TOO_LARGE', sheet(heading + '<row r="2"/>'.repeat(1_000_000))],
  [
    '一百万个各不相同的空行',
    'TOO_MANY_ROWS',
    sheet(
      heading +
        Array.from(
          { length: 1_000_000 },
          (_, index) => `<row r="${index + 2}" ht="${(index * 7919) % 401}.${(index * 31) % 97}"/>`,
        ).join(''),
    ),
  ],
  ['最后一行才有字的工作表', 'TOO_MANY_ROWS', sheet(heading + rowXml(1_048_576, ['甲所']))],
  ['两万列的工作表', 'TOO_MANY_COLUMNS', sheet(`${heading}<row r="2"><c r="XFD2"><v>1</v></c></row>`)],
  [
    '三十张工作表',
    'TOO_MANY_SHEETS',
    with_({
      'xl/workbook.xml': workbookXml(30),
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(heading)]),
      ),
    }),
  ],
  ['公式', 'FORMULA', sheet(`${heading}<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>`)],
  [
    'HYPERLINK 公式',
    'FORMULA',
    sheet(
      `${heading}<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://example.invalid","甲所")</f><v>甲所</v></c></row>`,
    ),
  ],
  ['DDE 公式', 'FORMULA', sheet(`${heading}<row r="2"><c r="A2"><f>cmd|'/c calc'!A1</f></c></row>`)],
  [
    '带前缀标签的公式',
    'FORMULA',
    sheet(`${heading}<x:row xmlns:x="${main}" r="2"><x:c r="A2"><x:f>1+1</x:f></x:c></x:row>`),
  ],
  ['共享公式', 'FORMULA', sheet(`${heading}<row r="2"><c r="A2"><f t="shared" ref="A2:A9999" si="0">B2</f></c></row>`)],
  ['整表合并单元格', 'MERGED', sheet(heading, '<mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>')],
  ['VBA 宏', 'MACROS', with_({ 'xl/vbaProject.bin': Buffer.from('d0cf11e0a1b11ae1', 'hex') })],
  ['4.0 宏表', 'MACROS', with_({ 'xl/macrosheets/sheet1.xml': sheetXml('') })],
  ['ActiveX 控件', 'MACROS', with_({ 'xl/activeX/activeX1.bin': 'x' })],
  ['自定义功能区', 'MACROS', with_({ 'customUI/customUI.xml': '<customUI onLoad="run"/>' })],
  [
    '声明为启用宏的类型',
    'MACROS',
    with_({
      '[Content_Types].xml': (partsOf(rows)['[Content_Types].xml'] ?? '').replace(
        `${spreadsheet}.sheet.main+xml`,
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
    }),
  ],
  ['外部链接', 'EXTERNAL_LINK', with_({ 'xl/externalLinks/externalLink1.xml': '<externalLink/>' })],
  ['外部数据连接', 'EXTERNAL_LINK', with_({ 'xl/connections.xml': '<connections/>' })],
  [
    '指向外部的模板',
    'EXTERNAL_LINK',
    with_({
      'xl/_rels/workbook.xml.rels': relations([
        ['rId1', `${office}/worksheet`, 'worksheets/sheet1.xml'],
        ['rId2', `${office}/attachedTemplate`, 'http://example.invalid/x.xltm', 'External'],
      ]),
    }),
  ],
  [
    '指向网上的图片',
    'EXTERNAL_LINK',
    with_({
      'xl/drawings/_rels/drawing1.xml.rels': relations([
        ['rId1', `${office}/image`, 'http://example.invalid/x.png', 'External'],
      ]),
    }),
  ],
  ['嵌入的文件', 'EMBEDDED', with_({ 'xl/embeddings/oleObject1.bin': 'MZ' })],
  ['XXE：工作表里的外部实体', 'DTD', sheet(heading, '', dtd)],
  [
    'XXE：共享字符串里的外部实体',
    'DTD',
    with_({ 'xl/sharedStrings.xml': `${declaration}${dtd}<sst xmlns="${main}"><si><t>&e;</t></si></sst>` }),
  ],
  ['XXE：关系部件里的外部实体', 'DTD', with_({ '_rels/.rels': `${declaration}${dtd}<Relationships/>` })],
  ['十亿次大笑', 'DTD', sheet(heading, '', laughs)],
  [
    'UTF-16 的工作表',
    'WRONG_TYPE',
    with_({ 'xl/worksheets/sheet1.xml': Buffer.from(`\uFEFF${sheetXml(heading)}`, 'utf16le') }),
  ],
  ['UTF-7 的工作表', 'WRONG_TYPE', with_({ 'xl/worksheets/sheet1.xml': sheetXml(heading).replace('UTF-8', 'UTF-7') })],
  [
    '过大的名称区域',
    'TOO_LARGE',
    with_({
      'xl/workbook.xml': workbookXml(
        1,
        '<definedNames><definedName name="all">表1!$A$1:$XFD$1048576</definedName></definedNames>',
      ),
    }),
  ],
  [
    '没有尽头的标签',
    'TOO_LARGE',
    sheet(`${heading}<row r="2" spans="${Array.from({ length: 90_000 }, (_, index) => index).join(' ')}"/>`),
  ],
  ['不合语法的 XML', 'WRONG_TYPE', sheet(`${heading}<row r="2"><c r="A2"></row>`)],
]
