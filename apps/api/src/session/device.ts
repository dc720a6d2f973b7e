const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger/u, '微信'],
  [/DingTalk/u, '钉钉'],
  [/wxwork/u, '企业微信'],
  [/QIHU|360SE|360EE/u, '360 浏览器'],
  [/Edg(?:e|A|iOS)?\//u, 'Edge'],
  [/QQBrowser/u, 'QQ 浏览器'],
  [/HuaweiBrowser/u, '华为浏览器'],
  [/MiuiBrowser/u, '小米浏览器'],
  [/UCBrowser/u, 'UC 浏览器'],
  [/Firefox|FxiOS/u, 'Firefox'],
  [/Chrome|CriOS/u, 'Chrome'],
  [/Safari/u, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/u, '鸿蒙'],
  [/Android/u, '安卓手机'],
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Windows/u, 'Windows 电脑'],
  [/Mac OS X|Macintosh/u, 'Mac 电脑'],
  [/Kylin|UOS|Uniontech/u, '国产系统电脑'],
  [/Linux/u, 'Linux 电脑'],
]

/** A user agent in words a clerk knows: `Windows 电脑 · Edge`. */
export function deviceOf(userAgent: string | null): string {
  const named = (list: readonly [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1]
  return [named(systems), named(browsers)].filter(Boolean).join(' · ') || '未知设备'
}

/** Where an address is, as far as it can be told without a table of addresses: this machine, the office network, outside. */
export function placeOf(ip: string | null): string {
  if (!ip) return '未知地点'
  const plain = ip.replace(/^::ffff:/u, '')
  if (plain === '::1' || plain.startsWith('127.')) return '本机'
  const inside = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd])/iu.test(plain)
  return `${inside ? '内网' : '外网'} ${plain}`
}
