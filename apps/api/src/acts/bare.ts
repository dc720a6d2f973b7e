/** An input with the bare key in place of each global id. */
export type Bare<T> = T extends Date
  ? T
  : T extends { readonly typename: string; readonly id: infer Key }
    ? Key
    : T extends readonly (infer Item)[]
      ? Bare<Item>[]
      : T extends object
        ? { [Key in keyof T]: Bare<T[Key]> }
        : T

/** The input as the functions of acts take it. */
export function bare<T>(value: T): Bare<T>
export function bare(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map((item: unknown) => bare(item))
  if ('typename' in value && 'id' in value) return value.id
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bare(part)]))
}
