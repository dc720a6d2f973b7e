/** The first moment, before the viewer is known; index.html holds the same, for the moment before that. */
export function Starting() {
  return (
    <main className="starting" aria-busy="true">
      <p role="status">正在打开…</p>
    </main>
  )
}
