/**
 * How guessable a password is, without a large dictionary: known pieces (the commonest passwords of Chinese and English
 * lists, keyboard walks, runs, years, one's own names) are taken out, and what is left must still be worth guessing.
 */

/** Pieces that lists of leaked passwords begin with, and the words everybody here would try. */
const PIECES = [
  'password',
  'passwd',
  'passw',
  'admin',
  'administrator',
  'root',
  'user',
  'guest',
  'test',
  'welcome',
  'login',
  'letmein',
  'iloveyou',
  'monkey',
  'dragon',
  'master',
  'hello',
  'secret',
  'abc',
  'aaa',
  'woaini',
  'woaiwojia',
  'aini',
  'nihao',
  'zhongguo',
  'china',
  'mima',
  'shezhi',
  'guanliyuan',
  'zhang',
  'wang',
  'huawei',
  'taobao',
  'weixin',
  'wechat',
  'ningbo',
  'haishu',
  'zhejiang',
  'sifaju',
  'sifa',
  'lvshi',
  'lvsuo',
  'falv',
  'fayuan',
  'sitai',
  'shequ',
  'guwen',
  'changeme',
  'initial',
  'default',
  'qwerty',
  'asdf',
  'zxcv',
  'qaz',
  'wsx',
  'edc',
  'qwe',
  'asd',
  'zxc',
  '5201314',
  '1314520',
  '520',
  '1314',
  '521',
  '168',
  '888',
  '666',
  '147258369',
  '159357',
  '110',
  '119',
  '120',
  '12348',
]

const WALKS = [
  '1234567890',
  '0987654321',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  '!@#$%^&*()',
  '1qaz2wsx3edc4rfv',
  'q1w2e3r4t5',
]

/** Signs that stand in for letters. */
const LEET: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  $: 's',
  '5': 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '7': 't',
}

/** What must be left when the known pieces are gone. */
const LEAST_LEFT = 4

/**
 * Why the password is too easy to guess, in Chinese, or null. `names` are the user's own words: log-in name, pinyin
 * of the name, the name of the firm; those of one or two letters are ignored.
 */
export function passwordWeakness(password: string, names: readonly string[] = []): string | null {
  const plain = password.toLowerCase()
  const own = names.map((name) => name.toLowerCase()).filter((name) => name.length >= 3)
  if (own.some((name) => plain.includes(name))) return '密码不要包含自己的姓名或登录名'
  const dateless = plain.replaceAll(/(?:19|20)\d{2}(?:[01]\d(?:[0-3]\d)?)?/gu, ' ')
  const letters = [...dateless].map((sign) => LEET[sign] ?? sign).join('')
  const left = Math.min(strip(dateless), strip(letters))
  return left < LEAST_LEFT ? '这个密码太容易被猜到：不要用常见词、连续或重复的字符、年份和它们的组合' : null
}

/** How many characters are left of the text without its known pieces. */
function strip(text: string): number {
  let rest = text
  for (const walk of WALKS) rest = withoutWalk(rest, walk)
  for (const piece of PIECES) rest = rest.replaceAll(piece, ' ')
  rest = rest.replaceAll(/(.)\1{2,}/gu, ' ')
  return rest.replaceAll(/\s/gu, '').length
}

/** The text without parts of three or more characters that stand side by side in the walk. */
function withoutWalk(text: string, walk: string): string {
  let rest = text
  for (let length = walk.length; length >= 3; length--) {
    for (let from = 0; from + length <= walk.length; from++)
      rest = rest.replaceAll(walk.slice(from, from + length), ' ')
  }
  return rest
}
