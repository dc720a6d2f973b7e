import { describe, expect, test } from '@jest/globals'

import { useWeb } from '../harness/open.ts'
import { viewers } from '../harness/viewers.ts'

/** The bureau's browsers are of 2020: Chrome 86 inside 360. What came later is taken away, and the pages must stand. */
const web = useWeb()

describe('2020 年的浏览器', () => {
  test.each(['/sign-in', '/kit/list', '/kit/parts'])('没有新函数也能打开 %s', async (path) => {
    const page = await web.open('about:blank', { answers: viewers.admin })
    await page.addInitScript(() => {
      for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']) {
        Reflect.deleteProperty(Array.prototype, name)
      }
      for (const name of ['hasOwn', 'groupBy']) Reflect.deleteProperty(Object, name)
      for (const name of ['structuredClone', 'reportError']) Reflect.deleteProperty(globalThis, name)
      Reflect.deleteProperty(String.prototype, 'at')
      Reflect.deleteProperty(Promise, 'withResolvers')
      Reflect.deleteProperty(crypto, 'randomUUID')
    })
    await page.goto(web.url() + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })

  test('样式里没有它不认得的写法', async () => {
    const page = await web.open('/kit/list', { answers: viewers.admin })
    await page.getByText('林静宜').first().waitFor()
    const unknown = await page.evaluate(() => {
      // As antd wrote it; what the browser makes of it is in today's words.
      const rules = [...document.querySelectorAll('style')].flatMap((it) => it.textContent.split('}'))
      // A rule with :has() is lost there, which costs a detail of looks only; base.css gives the focus marks back.
      const late =
        /:where\(|@container|@layer|[;{](?:margin|padding)-(?:inline|block):|[;{]inset(?:-inline|-block)?(?:-start|-end)?:/
      return rules.filter((rule) => late.test(rule)).map((rule) => rule.slice(0, 300))
    })
    expect(unknown).toEqual([])
  })
})
