/**
 * An expected "no": part of the schema, never masked. The message is Chinese and shown to the user as it is;
 * `path` names the input field it belongs to, when there is one.
 */
export class Refusal extends Error {
  readonly code: string
  /** Not `path`: graphql-js takes an error with a `path` for one of its own and would not say where it happened. */
  readonly inputPath: readonly string[] | null

  constructor(code: string, message: string, path: readonly string[] | null = null) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.inputPath = path
  }
}

/** A thing that does not exist or that the viewer may not see: the two look the same. */
export function notFound(what: string): Refusal {
  return new Refusal('NOT_FOUND', `没有找到这${what}，可能已被删除，或不在您的管辖范围内。`)
}

/** Someone else changed the record since the viewer opened it. */
export function changedMeanwhile(): Refusal {
  return new Refusal('VERSION_CONFLICT', '别人刚刚修改过这条记录。请重新载入，核对后再保存。')
}

/** Throws the refusal, if there is one. */
export function raise(refusal: Refusal | null): void {
  if (refusal) throw refusal
}
