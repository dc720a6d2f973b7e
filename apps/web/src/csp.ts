/**
 * The nonce the server wrote into the page, for the style elements antd makes at run time.
 * Vite puts `<meta property="csp-nonce" nonce="__CSP_NONCE__">` into index.html; the server replaces the word.
 */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/**
 * Lets the libraries work under the page's strict policy (apps/api/src/http/securityHeaders.ts); app.tsx calls it first.
 *
 * antd hands its nonce to its own styles, but the scroll lock of its dialogs and its scrollbar measure
 * (rc-component portal and util) make style elements without one, which the policy refuses. So each style element
 * made by a script of ours gets the page's nonce. The icons LoginOutlined and RestOutlined draw an empty style inside
 * their SVG, which this does not reach: use others.
 *
 * The policy also refuses style attributes that are written as text, as growing textareas and ECharts do. The same
 * text goes through the style object, which it allows.
 */
export function obeyPolicy(): void {
  const create: (name: string, options?: ElementCreationOptions) => HTMLElement = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
  for (const { prototype } of [HTMLElement, SVGElement]) {
    prototype.setAttribute = function (name: string, value: string) {
      if (name === 'style') this.style.cssText = value
      else Element.prototype.setAttribute.call(this, name, value)
    }
  }
}
