import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import { settled } from './look.ts'

declare global {
  /** Present while the keyboard goes through a page. */
  var tabbing: { end: () => string[] } | undefined
}

/** Fails unless Tab alone comes to every control of the page, each marked when it has the focus, and is never caught. */
export async function tabThrough(page: Page): Promise<void> {
  // What has the focus already would look the same when it gets it; losing it may change a field that checks itself.
  await blur(page)
  const count = await page.evaluate(watch)
  // Past the last control the focus leaves the page; a few presses more let it come round.
  for (let press = 0; press < count + 5; press += 1) await page.keyboard.press('Tab')
  expect(await page.evaluate(() => globalThis.tabbing?.end())).toEqual([])
  // Whatever stopped under the focus may show a hint, which would lie over what the test clicks next.
  await blur(page)
}

async function blur(page: Page): Promise<void> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await settled(page)
}

/** Runs in the page: notes which controls ought to be reached and what they look like, and listens. */
function watch(): number {
  const controls =
    'a[href], button, input, select, textarea, summary, [contenteditable=""], [contenteditable="true"], [tabindex]'
  const marks = [
    'outlineStyle',
    'outlineWidth',
    'boxShadow',
    'borderColor',
    'backgroundColor',
    'color',
    'textDecorationLine',
  ] as const

  /** How it looks, with what is around it: a checkbox shows its focus on the box beside it, a select on its frame. */
  const look = (control: Element) => {
    const frames: Element[] = []
    for (let it = control.parentElement; it && frames.length < 5; it = it.parentElement) frames.push(it)
    return [control, ...control.children, ...(control.parentElement?.children ?? []), ...frames]
      .map((it) => {
        const style = getComputedStyle(it)
        return marks.map((mark) => style[mark]).join()
      })
      .join('|')
  }
  const isReachable = (it: Element) => {
    if (!(it instanceof HTMLElement) || it.tabIndex < 0 || it.matches(':disabled') || it.closest('[inert]'))
      return false
    if (it instanceof HTMLInputElement && it.type === 'radio') {
      // A group of radio buttons is one stop.
      const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
        (other) => other.name === it.name && !other.disabled,
      )
      if (it.name && (group.find((other) => other.checked) ?? group[0]) !== it) return false
    }
    return it.checkVisibility({ visibilityProperty: true })
  }
  const name = (it: Element) => {
    const words = it.getAttribute('aria-label') ?? it.textContent.trim().slice(0, 40)
    return `${it.tagName.toLowerCase()} "${words || it.id || it.className}"`
  }

  for (const animation of document.getAnimations()) {
    // What turns for ever has no end to be brought to.
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish()
  }
  const before = new Map([...document.querySelectorAll(controls)].filter(isReachable).map((it) => [it, look(it)]))
  const reached = new Set<Element>()
  const unmarked = new Set<Element>()
  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return
    reached.add(target)
    for (const animation of document.getAnimations()) {
      // What turns for ever has no end to be brought to.
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish()
    }
    if (before.get(target) === look(target)) unmarked.add(target)
  }
  document.addEventListener('focusin', note)
  globalThis.tabbing = {
    end: () => {
      document.removeEventListener('focusin', note)
      return [
        ...[...before.keys()]
          .filter((it) => it.isConnected && !reached.has(it))
          .map((it) => `not reached: ${name(it)}`),
        ...[...unmarked].map((it) => `focus not seen: ${name(it)}`),
      ]
    },
  }
  return before.size
}
