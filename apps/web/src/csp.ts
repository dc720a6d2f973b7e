/**
 * The nonce the server wrote into the page, for the style elements antd makes at run time.
 * Vite puts `<meta property="csp-nonce" nonce="__CSP_NONCE__">` into index.html; the server replaces the word.
 */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/**
 * antd hands its nonce to its own styles, but the scroll lock of its dialogs and its scrollbar measure
 * (rc-component portal and util) make style elements without one, which a strict policy refuses.
 * So each style element made by a script of ours gets the page's nonce.
 */
export function nonceEveryStyle(): void {
  const create: (name: string, options?: ElementCreationOptions) => HTMLElement = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
