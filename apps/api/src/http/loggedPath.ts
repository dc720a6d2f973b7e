/**
 * What of an address may be logged: its path, whatever form it came in, without the secret that a calendar's address is.
 */
export function loggedPath(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').split(/[?#]/)[0] ?? ''
  const plain = path.replaceAll(/%[0-7][0-9a-f]/gi, (it) => String.fromCharCode(Number.parseInt(it.slice(1), 16)))
  return plain.replace(/\/calendar\/.*/is, '/calendar/…').replaceAll(/(?<![\w-])[\w-]{43}(?![\w-])/g, '…')
}
