import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { type Browser, chromium } from 'playwright-core'

const require = createRequire(import.meta.url)

/** The Chromium to test with: CHROMIUM_PATH, else Debian's, else the one npm brings. */
export async function chromiumPath(): Promise<string> {
  const given = process.env['CHROMIUM_PATH']
  if (given) return given
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}

/** Starts a headless Chromium that has a Chinese font and asks the outside world for nothing. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: fontConfig() },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ],
  })
}

/** A bare machine has no Chinese font and its pictures show boxes; this one comes from npm. */
function fontConfig(): string {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const folder = mkdtempSync(join(tmpdir(), 'sitai-fonts-'))
  mkdirSync(join(folder, 'cache'))
  const file = join(folder, 'fonts.conf')
  const families = ['sans-serif', 'system-ui', 'serif', 'monospace']
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(fonts, '400Regular')}</dir><dir>${join(fonts, '600SemiBold')}</dir><dir>${join(fonts, '700Bold')}</dir>
<cachedir>${join(folder, 'cache')}</cachedir>
${families.map((it) => `<alias binding="strong"><family>${it}</family><prefer><family>Noto Sans SC</family></prefer></alias>`).join('\n')}
</fontconfig>`,
  )
  return file
}
