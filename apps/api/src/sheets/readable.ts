/** What the spreadsheet library does not know of workbooks that Excel writes, put in words that it does. */

/** Built-in formats that the Chinese Excel names by number alone; all of them are days or times. */
const chineseFormats: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

const named = Object.entries(chineseFormats)
  .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
  .join('')

/** The parts of a workbook, its built-in formats named and its epoch said as the library reads it. */
export function readable(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  return {
    ...parts,
    ...changed(parts, 'xl/styles.xml', withFormats),
    ...changed(parts, 'xl/workbook.xml', (xml) => xml.replace(/(\sdate1904\s*=\s*["'])true(?=["'])/, '$11')),
  }
}

function changed(parts: Readonly<Record<string, Uint8Array>>, name: string, change: (xml: string) => string) {
  const bytes = parts[name]
  return bytes ? { [name]: Buffer.from(change(Buffer.from(bytes).toString('utf8'))) } : {}
}

/** Before the file's own formats, so that these win. */
function withFormats(xml: string): string {
  const list = /<numFmts(?:\s[^>]*)?>/.exec(xml)?.[0]
  if (list === undefined || list.endsWith('/>')) {
    const bare = list === undefined ? xml : xml.replace(list, '')
    return bare.replace(/<styleSheet(?:\s[^>]*)?>/, (root) => `${root}<numFmts>${named}</numFmts>`)
  }
  return xml.replace(list, `${list}${named}`)
}
