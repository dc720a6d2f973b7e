import { startBrowser } from './harness/browser.ts'
const base = 'http://localhost:4177'
const [, , user = 'admin', ...rest] = process.argv
const widths = [375, 1440]
const browser = await startBrowser()
try {
  const gql = async (context: any, query: string, variables: any = {}) =>
    (await (await context.request.post(`${base}/graphql`, { headers: { 'x-sitai': '1' }, data: { query, variables } })).json())
  for (const width of widths) {
    const phone = width === 375
    const context = await browser.newContext({ viewport: { width, height: phone ? 812 : 900 }, isMobile: phone, hasTouch: phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    console.log(JSON.stringify(await gql(context, 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Refusal { message } } }', { input: { userName: user, password: 'Sitai-Demo-2026' } })))
    const ids = await gql(context, '{ firms(first:1) { edges { node { id } } } practitioners(first: 1, filter: {status: [ACTIVE]}) { edges { node { id } } } communities(first:1, filter: {hasAdviser: true}) { edges { node { code } } } streets { code } }')
    const d = ids.data
    const all: Record<string, string> = {
      practitioners: '/practitioners', practitioner: `/practitioners/${d.practitioners.edges[0].node.id}`, pedit: `/practitioners/${d.practitioners.edges[0].node.id}/edit`, pnew: '/practitioners/new',
      firms: '/firms', firm: `/firms/${d.firms.edges[0].node.id}`, fedit: `/firms/${d.firms.edges[0].node.id}/edit`,
      communities: '/communities', community: `/communities/${d.communities.edges[0].node.code}`, cedit: `/communities/${d.communities.edges[0].node.code}/edit`,
      streets: '/streets', sedit: `/streets/${d.streets[0].code}/edit`,
    }
    for (const name of rest.length > 0 ? rest : Object.keys(all)) {
      const page = await context.newPage()
      page.on('console', (m) => { if (m.type() === 'error') console.log(name, width, m.text().slice(0, 300)) })
      page.on('pageerror', (e) => console.log(name, width, String(e).slice(0, 300)))
      await page.goto(base + all[name])
      await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 15000 }).catch((e) => console.log(name, 'no h1'))
      await page.waitForLoadState('networkidle')
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (overflow > 0) console.log(name, width, 'overflow', overflow)
      await page.screenshot({ path: `/tmp/reg-pics/${user}-${name}-${width}.png`, fullPage: true })
      await page.close()
    }
    await context.close()
  }
} finally { await browser.close() }
