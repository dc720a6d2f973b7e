import { readdirSync, readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'

import { type Bureau, type DemoUser, useBureau } from './bureau.ts'
import { lookOverDialog } from './dialog.ts'
import { fillIn, textsIn } from './examples.ts'
import { lookOver } from './lookOver.ts'

const web = new URL('../../apps/web/src/', import.meta.url)

/** Texts of the demo by the name they were asked by; `{name}` in an address stands for one. */
export type Examples = Readonly<Record<string, string>>

/** Who looks at a page (null: nobody is signed in), and where. */
type Sight = readonly [who: DemoUser | null, path: string]

/** Where dialogs, drawers and popovers open: who, on which page, by which buttons or links. */
export interface Place {
  readonly who: DemoUser
  readonly path: string
  readonly openers: readonly (string | RegExp)[]
  /** What has to be done before they are there; the window is then of this test alone. */
  readonly first?: (page: Page, bureau: Bureau, examples: Examples) => Promise<unknown>
  /** Of this width only. */
  readonly only?: 375 | 1440
}

/** What there is to look at in a folder of apps/web/src. */
export interface Area {
  /** Who asks the API for which examples. */
  readonly examples?: Readonly<Partial<Record<DemoUser, string>>>
  /** The area's routes by their names in paths.ts. */
  readonly pages?: Readonly<Record<string, Sight>>
  /** The same pages as others see them, or in another state. */
  readonly furtherPages?: Readonly<Record<string, Sight>>
  /** By the source file that opens them. */
  readonly dialogs?: Readonly<Record<string, Place>>
  /** Pages and dialogs that need a story first; the journeys look at them. */
  readonly toldElsewhere?: readonly string[]
}

/**
 * The tests of how an area of the web looks: every page and every dialog of its folder, each page opened once for all
 * widths and all its dialogs. Fails for a page or dialog that is not named.
 */
export function lookOverArea(folder: string, area: Area): void {
  const { pages = {}, furtherPages = {}, dialogs = {}, toldElsewhere = [] } = area
  const bureau = useBureau()
  let examples: Examples = {}

  beforeAll(async () => {
    const lastMonth = new Date(Date.now() - 26 * 86_400_000).toISOString().slice(0, 7)
    const asked: Promise<unknown>[] = []
    for (const user of ['admin', 'leader', 'firm', 'lawyer', 'sysadmin'] as const) {
      const query = area.examples?.[user]
      if (query) asked.push(bureau.ask(user, query))
    }
    const found = await Promise.all(asked)
    examples = { lastMonth, ...Object.fromEntries(found.flatMap(textsIn)) }
  })

  test('没有漏看的页面，没有漏看的对话框、抽屉和弹出层', () => {
    const named = [...Object.keys(pages), ...Object.keys(dialogs), ...toldElsewhere]
    const pagesThere = routes()
      .filter((it) => it.folder === folder)
      .map((it) => it.name)
    const dialogsThere = dialogFiles().filter((it) => areaOf(it) === folder)
    const there = [...new Set([...pagesThere, ...dialogsThere])]
    expect(named.toSorted()).toEqual(there.toSorted())
  })

  const sights = Object.entries({ ...pages, ...furtherPages })
  if (sights.length > 0)
    describe('每个页面', () => {
      test.each(sights)('%s 有标题，没有无障碍问题，不横向滚动，只用键盘也能用', async (_name, [who, path]) => {
        await bureau.lookAt(who, fillIn(path, examples), async (page) => {
          await lookOver(page)
          expect(await page.getByText('内容已不存在').count()).toBe(0)
        })
      })
    })

  const places = Object.entries(dialogs)
  if (places.length > 0)
    describe('每个对话框：键盘进得去、出得来，焦点回到原处，没有无障碍问题', () => {
      test.each(places)('%s', async (_file, { who, path, openers, first, only }) => {
        const look = async (page: Page) => {
          await page.getByRole('heading', { level: 1 }).first().waitFor()
          await first?.(page, bureau, examples)
          for (const name of openers) await lookOverDialog(page, openerOf(page, name), only && [only])
        }
        if (first) await look(await bureau.openAs(who, fillIn(path, examples)))
        else await bureau.lookAt(who, fillIn(path, examples), look)
        bureau.forgive(/422/)
      })
    })
}

function openerOf(page: Page, name: string | RegExp) {
  const exact = typeof name === 'string'
  return page
    .getByRole('main')
    .or(page.getByRole('banner'))
    .getByRole('button', { name, exact })
    .or(page.getByRole('main').getByRole('link', { name, exact }))
    .filter({ visible: true })
}

/** The folders of the web that have pages or dialogs: each has a `look.e2e.ts` here. */
export function areasOfWeb(): readonly string[] {
  return [...new Set([...routes().map((it) => it.folder), ...dialogFiles().map(areaOf)])]
}

/** Every route of routes.tsx by its name in paths.ts, with the folder its page stands in. */
function routes(): readonly { readonly name: string; readonly folder: string }[] {
  const text = readFileSync(new URL('routes.tsx', web), 'utf8')
  const all = [...text.matchAll(/page\(\s*paths\.(\w+)\([\s\S]*?import\('\.\/(\w+)\//g)]
  return all.map(([, name = '', folder = '']) => ({ name, folder }))
}

/** The files that open a dialog, drawer or popover; those of the kit's samples aside. */
function dialogFiles(): readonly string[] {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.tsx'))
  const opening = files.filter((it) =>
    /<(?:ActButton|ActDialog|ConfirmButton|DetailDrawer|FormDialog|ProgressDialog|Modal|Drawer|Popover)\b/.test(
      readFileSync(new URL(it, web), 'utf8'),
    ),
  )
  return opening.map((it) => it.replaceAll('\\', '/').replace('.tsx', '')).filter((it) => !it.startsWith('kit/'))
}

/** The folder of a file of the web; what stands in none belongs to the shell. */
function areaOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : 'shell'
}
