/** Which pages and acts were chosen last, in this browser: their addresses only, nothing about anybody. */
const key = 'sitai.search.recent'
const most = 5

/** The addresses chosen last, the latest first. */
export function recentPaths(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((it) => typeof it === 'string').slice(0, most) : []
  } catch {
    // The browser keeps nothing, or something else wrote there.
    return []
  }
}

/** Puts an address before those chosen earlier. */
export function rememberPath(path: string): void {
  try {
    localStorage.setItem(key, JSON.stringify([path, ...recentPaths().filter((it) => it !== path)].slice(0, most)))
  } catch {
    // A browser that keeps nothing has no recent choices.
  }
}
