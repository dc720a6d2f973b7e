/**
 * In place of 正在打开… when the program did not come: the network failed, or an upgrade took its files away.
 * Nothing of the program is needed for it.
 */
export function sayMissing(): void {
  const place = document.querySelector('.starting')
  if (!place) return
  const word = document.createElement('p')
  word.setAttribute('role', 'alert')
  word.textContent = navigator.onLine
    ? '没有载入完：网络中断过，或系统刚刚更新过。'
    : '没有网络，还不能打开。联网后请重新载入。'
  const again = document.createElement('button')
  again.type = 'button'
  again.textContent = '重新载入'
  again.addEventListener('click', () => window.location.reload())
  place.removeAttribute('aria-busy')
  place.replaceChildren(word, again)
  window.addEventListener('online', () => window.location.reload())
}
