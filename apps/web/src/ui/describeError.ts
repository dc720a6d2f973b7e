/** An unplanned failure in words: what happened, what to do, and the number to quote to whoever looks into it. */
export interface Described {
  title: string
  description: string
}

/** Puts a failure into words a clerk can act on. */
export function describeError(error: unknown): Described {
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) {
    return { title: '连接不上服务器', description: '请检查网络，然后重试。您填写的内容还在。' }
  }
  const wrong = badInputOf(error)
  if (wrong !== null) return { title: '编号或内容有误', description: wrong }
  const { extensions } = firstError(error)
  if (extensions['code'] === 'FORBIDDEN') {
    return { title: '当前身份无权进行此操作', description: '如需办理，请切换身份或联系本单位管理员。' }
  }
  if (extensions['code'] === 'DOCUMENT_NOT_TRUSTED') {
    return { title: '系统刚刚更新过', description: '请刷新页面后继续。' }
  }
  if (extensions['code'] === 'RATE_LIMITED') {
    return { title: '操作过于频繁', description: '请稍候片刻再试。' }
  }
  const id = extensions['requestId']
  return {
    title: '系统出了差错',
    description:
      typeof id === 'string' ? `请重试；若仍不行，请把编号 ${id} 告诉管理员。` : '请重试；若仍不行，请联系管理员。',
  }
}

/** The server's sentence when it could make nothing of what it was given, such as an id typed by hand; else null. */
export function badInputOf(error: unknown): string | null {
  const { extensions, message } = firstError(error)
  return extensions['code'] === 'BAD_USER_INPUT' ? message : null
}

/** The first GraphQL error, however the client wrapped it. */
function firstError(error: unknown): { message: string; extensions: Record<string, unknown> } {
  const none = { message: '', extensions: {} }
  if (typeof error !== 'object' || error === null || !('errors' in error) || !Array.isArray(error.errors)) return none
  const first: unknown = error.errors[0]
  if (typeof first !== 'object' || first === null || !('extensions' in first)) return none
  const message = 'message' in first ? String(first.message) : ''
  return { message, extensions: typeof first.extensions === 'object' ? { ...first.extensions } : {} }
}
