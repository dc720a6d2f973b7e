import type { InputFieldMap, InputObjectRef, InputShapeFromFields, ObjectRef } from '@pothos/core'
import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Act } from '../access/acts.ts'
import type { Viewer } from '../access/viewer.ts'
import { type BuilderTypes, builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { type Bare, bare } from './bare.ts'
import { checkType, type InputFields } from './actInputs.ts'
import { declareAct } from './refusals.ts'

/** The input as the act's function takes it. */
type Sent<Fields extends InputFieldMap, Shared> = unknown extends Shared
  ? Bare<InputShapeFromFields<Fields>>
  : Bare<Shared>

interface Words {
  readonly description: string
  /** What the viewer's role has to be allowed, by the table of acts. */
  readonly may: Act
}

/** The fields of its own input, whose type is named after the act; or an input that acts share. */
interface Told<Fields extends InputFieldMap, Shared> {
  readonly input?: ((t: InputFields) => Fields) | InputObjectRef<BuilderTypes, Shared>
}

interface Field<Shape, Input> extends Words {
  readonly type: ObjectRef<BuilderTypes, Shape>
  readonly run: (viewer: Viewer, input: Input, query: () => object) => Promise<NoInfer<Shape>>
}

/**
 * Adds a mutation to the schema: it answers `Refusal | type`. `run` is the act, told its input with bare keys for
 * global ids; it answers what `type` shows. What `query` gives tells Prisma what is asked of a row.
 */
export function act<Shape, Fields extends InputFieldMap = InputFieldMap, Shared = unknown>(
  name: string,
  { input, ...field }: Told<Fields, Shared> & Field<Shape, Sent<Fields, Shared>>,
): void {
  const ownInput = (fields: (t: InputFields) => Fields) =>
    builder.inputType(`${name[0]?.toUpperCase()}${name.slice(1)}Input`, { fields })
  declareAct(name, field.may)
  addMutation(name, typeof input === 'function' ? ownInput(input) : input, field)
}

/**
 * The acts on one kind of record: each `run` answers the id of the record to show, which `found` reads as the act has
 * left it.
 */
export function actsOn<Shape>(
  type: ObjectRef<BuilderTypes, Shape>,
  found: (query: object, id: string, viewer: Viewer) => Promise<NoInfer<Shape>>,
) {
  return <Fields extends InputFieldMap = InputFieldMap, Shared = unknown>(
    name: string,
    { run, ...words }: Words & Told<Fields, Shared> & { readonly run: Run<Sent<Fields, Shared>> },
  ): void =>
    act<Shape, Fields, Shared>(name, {
      ...words,
      type,
      run: async (viewer, input, query) => found(query(), await run(viewer, input), viewer),
    })
}

type Run<Input> = (viewer: Viewer, input: Input) => Promise<string>

type AnyInput = InputObjectRef<BuilderTypes, unknown> | undefined

/** `act` has checked that `run` takes what the input gives and answers what the type shows. */
function addMutation<Shape, Input>(name: string, input: AnyInput, field: Field<Shape, Input>): void
function addMutation(name: string, input: AnyInput, { type, description, may, run }: Field<unknown, unknown>): void {
  builder.mutationField(name, (t) =>
    t.field({
      type,
      description,
      authScopes: { may },
      errors: {},
      args: input ? { input: t.arg({ type: input, required: true }) } : {},
      resolve: (_root, args: { readonly input?: unknown }, context, info) => {
        checkType(input, type, args.input)
        return run(viewerOf(context), bare(args.input), () => queryFromInfo({ context, info }))
      },
    }),
  )
}
