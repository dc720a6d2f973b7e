/** Pinyin in syllables of the names of pages and acts, made when the web is built (tools/spellings.ts). */
declare const __SPELLINGS__: Readonly<Record<string, string>>

/** Those whose name holds the words, or whose pinyin or initials do; where the name begins so, it comes first. */
export function matching<Named extends { label: string }>(named: readonly Named[], words: string): Named[] {
  const plain = words.toLowerCase().replaceAll(/\s+/g, '')
  return named
    .map((it) => ({ it, rank: rankOf(it.label, plain) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ it }) => it)
}

/** 0 where a spelling of the name begins with it, 1 where it stands further on, -1 where it is not found. */
function rankOf(label: string, plain: string): number {
  const syllables = (__SPELLINGS__[label] ?? '').split(' ')
  const initials = syllables.map((it) => it.charAt(0)).join('')
  const tails = syllables.map((_, index) => syllables.slice(index).join(''))
  const found = Math.max(label.toLowerCase().indexOf(plain), -1)
  if (found === 0 || initials.startsWith(plain) || tails[0]?.startsWith(plain)) return 0
  return found > 0 || initials.includes(plain) || tails.some((it) => it.startsWith(plain)) ? 1 : -1
}
