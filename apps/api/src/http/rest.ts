import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { may, type Act } from '../access/acts.ts'
import type { Context } from '../graphql/context.ts'
import { Refusal } from '../acts/refusal.ts'
import { isAway } from '../data/trouble.ts'
import { log, traceOf } from '../log.ts'
import type { Viewer } from '../access/viewer.ts'
import { isUnreadable } from '../acts/violations.ts'
import { isDiskFull } from '../files/content.ts'

/** Reads who is asking from a request; `contextOf` of app.ts, handed to the REST routes. */
export type ContextOf = (request: Request, response: Response) => Promise<Context>

type Handler = (viewer: Viewer, request: Request, response: Response) => Promise<void>

/** Status of a Refusal's code; whatever is not listed is 422. */
const statuses: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CSRF: 403,
  NOT_FOUND: 404,
  GONE: 410,
  TOO_LARGE: 413,
  WRONG_TYPE: 415,
  BUSY: 503,
}

/**
 * A REST route behind the same session, the same table of acts and the same Refusals as GraphQL. Whatever is not a GET
 * needs the header `x-sitai: 1`, which a foreign site cannot send. Nothing it answers is ever cached.
 */
export function route(contextOf: ContextOf, act: Act, handler: Handler): RequestHandler {
  return (request, response, next: NextFunction) => {
    void answer(contextOf, act, handler, request, response).catch(next)
  }
}

async function answer(contextOf: ContextOf, act: Act, handler: Handler, request: Request, response: Response) {
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-content-type-options', 'nosniff')
  let requestId = ''
  try {
    if (request.method !== 'GET' && request.get('x-sitai') !== '1')
      throw new Refusal('CSRF', '请求来源不明，未予受理。')
    const context = await contextOf(request, response)
    requestId = context.requestId
    if (!context.viewer) throw new Refusal('UNAUTHENTICATED', '请先登录。')
    if (context.viewer.mustChangePassword) throw new Refusal('FORBIDDEN', '请先修改初始密码。')
    if (!may(context.viewer, act)) throw new Refusal('FORBIDDEN', '您的角色不能办这件事。')
    await handler(context.viewer, request, response)
  } catch (error) {
    if (response.headersSent) return void response.destroy()
    if (error instanceof Refusal) {
      const { code, message, inputPath: path } = error
      return void response.status(statuses[code] ?? 422).json({ __typename: 'Refusal', code, message, path })
    }
    // Said by app.ts, as to everybody.
    if (isAway(error)) throw error
    if (isUnreadable(error)) {
      const message = '编号或内容有误，请重新载入页面。'
      return void response.status(422).json({ __typename: 'Refusal', code: 'INVALID', message, path: null })
    }
    if (isDiskFull(error)) {
      log.error({ requestId, route: request.route?.path }, 'the disk is full')
      const message = '服务器的磁盘已满，这次没有保存。请联系管理员清理后再试。'
      return void response.status(507).json({ __typename: 'Refusal', code: 'NO_SPACE', message, path: null })
    }
    log.error({ requestId, route: request.route?.path, ...traceOf(error) }, 'a route failed')
    response.status(500).json({
      __typename: 'Refusal',
      code: 'INTERNAL_SERVER_ERROR',
      message: `系统出错了，请稍后再试。编号 ${requestId}`,
      path: null,
    })
  }
}
