import type { Locator, Page } from 'playwright-core'

/** The row of a table, or the card of a phone's list, that holds all these words; waits for it. */
export async function expectRow(page: Page, ...words: readonly string[]): Promise<Locator> {
  let row = page.getByRole('row').or(page.getByRole('listitem'))
  for (const word of words) row = row.filter({ hasText: word })
  await row.first().waitFor()
  return row.first()
}

/** Presses a button or link in the row that holds these words. */
export async function clickInRow(page: Page, words: readonly string[], name: string): Promise<void> {
  const row = await expectRow(page, ...words)
  await row.getByRole('button', { name }).or(row.getByRole('link', { name })).first().click()
}

/** Ticks the first row of a list. */
export async function chooseRow(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: '选择这一行' }).first().check()
}

/** Chooses an option of a select by what it says. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByTitle(option, { exact: true }).last().click()
}

/** Follows a link of the navigation at the left, in an area that may have to be opened first. */
export async function follow(page: Page, name: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: '主导航' })
  const named = page.getByRole('link', { name, exact: true, includeHidden: true })
  const link = navigation.locator(named)
  await link.waitFor({ state: 'attached' })
  if (!(await link.isVisible()))
    await navigation.getByRole('listitem').filter({ has: named }).getByRole('button').click()
  await link.click()
}

/** Fills in the sign-in form and waits for the first page. */
export async function signIn(page: Page, userName: string, password: string): Promise<void> {
  await page.getByLabel('登录名').fill(userName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/**
 * Goes through the page by Tab alone until the control of this name has the focus, and sees that each stop on the
 * way is visible and marked; the caller then presses Enter or Space. Fails after `limit` stops.
 */
export async function keyboardTo(page: Page, name: string | RegExp, limit = 80): Promise<void> {
  const seen: string[] = []
  for (let stop = 0; stop < limit; stop += 1) {
    await page.keyboard.press('Tab')
    const now = page.locator(':focus')
    if ((await now.count()) === 0) continue
    const text = (await now.getAttribute('aria-label')) ?? (await labelOf(now))
    seen.push(text)
    if (!(await now.isVisible())) throw new Error(`The keyboard stops at something invisible: ${text}`)
    if (typeof name === 'string' ? text.trim() === name : name.test(text)) return
  }
  throw new Error(`The keyboard never came to ${String(name)}. It came to: ${seen.join(' | ')}`)
}

async function labelOf(control: Locator): Promise<string> {
  return control.evaluate((it) => {
    const labels = it instanceof HTMLInputElement || it instanceof HTMLTextAreaElement ? it.labels : null
    return labels?.[0]?.textContent ?? it.textContent
  })
}

/** Holds the answer to the next request of an operation until it is let go; whoever asked may be gone by then. */
export async function holdAnswer(page: Page, operation: string): Promise<() => Promise<void>> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  let answered = Promise.resolve()
  let isFirst = true
  await page.route('**/graphql', async (route) => {
    const asked: { operationName?: string } = route.request().postDataJSON()
    if (!isFirst || asked.operationName !== operation) return route.fallback()
    isFirst = false
    const response = await route.fetch()
    answered = held.then(() => route.fulfill({ response }).catch(() => undefined))
    return answered
  })
  return () => {
    letGo()
    return answered
  }
}
