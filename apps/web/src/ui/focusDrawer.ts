/**
 * For a drawer's `afterOpenChange`: the drawer itself takes the focus, not the frame around it, so that a screen reader
 * says what has opened. What already has the focus in it keeps it.
 */
export function focusDrawer(open: boolean): void {
  if (!open) return
  const drawer = [...document.querySelectorAll<HTMLElement>('.ant-drawer-open [role="dialog"]')].at(-1)
  if (!drawer || drawer.contains(document.activeElement)) return
  drawer.tabIndex = -1
  drawer.focus()
}
