/** A list in one declaration: its root field with filter, search, order and pages, and its sheet. */
import type { InputRef } from '@pothos/core'
import type { PrismaModelTypes, PrismaObjectRef } from '@pothos/plugin-prisma'
import type { Act } from '../access/acts.ts'
import type { Viewer } from '../access/viewer.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import type { BureauRecord } from '../records/record.ts'
import { type Asker, type Filters, filterInput } from './filter.ts'
import { type Direction, paged, searchWords } from './listQuery.ts'
import { addSheet, type Asked, headingOf, inBatches, type SheetColumns } from './sheet.ts'
import { SortDirection } from './sort.graphql.ts'

type Types = (typeof builder)['$inferSchemaTypes']

/** As much of a model as Pothos has to know of it for its pages. */
interface Model extends PrismaModelTypes {
  WhereUnique: { id?: unknown; code?: unknown }
}

interface Query<Of extends PrismaModelTypes> {
  where: Of['Where']
  orderBy: Of['OrderBy'][]
  take?: number
  skip?: number
  select?: Of['Select']
}

/** The table of a model, as Prisma serves it. */
interface Table<Of extends PrismaModelTypes> {
  count(query: { where: Of['Where'] }): Promise<number>
  findMany(query: Query<Of>): Promise<Readonly<Record<string, unknown>>[]>
}

interface List<Of extends PrismaModelTypes, Key extends 'id' | 'code', OrderField extends string, Row> {
  /** The root field, and the list's name in the address of its export. */
  readonly name: string
  readonly type: PrismaObjectRef<Types, Of>
  /** What the slice says of its record: table, label, key, act and who sees which; of another act or label here, spread. */
  readonly record: Pick<BureauRecord, 'table' | 'label' | 'act'> & {
    readonly key: Key
    readonly visible: (viewer: Viewer) => Of['Where']
  }
  readonly from: Table<Of>
  readonly description: string
  readonly filters: Filters<Of['Where']>
  readonly search: {
    /** What the search box finds by. */
    readonly description: string
    /** The conditions of which one has to hold for `text`; `plain` is it in small letters without spaces. */
    readonly match: (text: string, plain: string) => Of['Where'][]
  }
  readonly orders: Readonly<Record<OrderField, (direction: Direction) => Of['OrderBy']>>
  /** The order unless asked for another. */
  readonly order: readonly [NoInfer<OrderField>, Direction]
  /** What decides between equals; ends with the key, so that pages never overlap. */
  readonly ties: Of['OrderBy'][]
  readonly sheet: {
    readonly title: string
    /** Rows by their keys. Its parameters are annotated, so that the columns know what a row is. */
    readonly rows: (keys: string[], asker: Asker) => Promise<readonly Row[]>
    readonly columns: SheetColumns<NoInfer<Row>>
  }
}

interface Field {
  readonly name: string
  readonly type: PrismaObjectRef<Types, Model>
  readonly key: 'id' | 'code'
  readonly description: string
  readonly act: Act
  readonly filter: InputRef<object>
  readonly search: { readonly description: string }
  readonly orderBy: InputRef<NonNullable<Asked['orderBy']>>
  readonly count: (viewer: Viewer, asked: Asked) => Promise<number>
  readonly page: (query: { take: number; skip: number }, viewer: Viewer, asked: Asked) => Promise<object[]>
}

function addField({ name, type, key, description, act, filter, search, orderBy, count, page }: Field) {
  builder.queryField(name, (t) =>
    t.prismaConnection({
      type,
      cursor: key,
      description,
      authScopes: { may: act },
      args: {
        filter: t.arg({ type: filter }),
        search: t.arg.string({ description: search.description }),
        orderBy: t.arg({ type: orderBy }),
        offset: t.arg.int({ description: '跳过的条数' }),
      },
      totalCount: (_root, args, context) => count(viewerOf(context), args),
      resolve: (query, _root, args, context) => page(paged(query, args.offset), viewerOf(context), args),
    }),
  )
}

/** Adds a list to the schema and to what can be exported: the page, its count and its sheet read the same rows. */
export function addList<
  Of extends Model,
  Key extends 'id' | 'code',
  OrderField extends string,
  Row extends Readonly<Record<Key, string>>,
>(list: List<Of, Key, OrderField, Row>) {
  const {
    name,
    type,
    from,
    search,
    sheet: { title, rows, columns },
  } = list
  const { table, label, key, act, visible } = list.record
  const filter = filterInput(`${type.name}Filter`, `${label}的筛选条件`, list.filters)
  const orders: Readonly<Record<string, (direction: Direction) => Of['OrderBy']>> = list.orders
  const order = builder.inputType(`${type.name}Order`, {
    fields: (t) => ({
      field: t.field({
        type: builder.enumType(`${type.name}OrderField`, {
          description: `${label}的排序列`,
          values: Object.keys(orders),
        }),
        required: true,
      }),
      direction: t.field({ type: SortDirection, required: true }),
    }),
  })
  const where = async (viewer: Viewer, asked: Asked) => ({
    AND: [
      visible(viewer),
      ...(await filter.where(asked.filter, viewer)),
      searchWords(asked.search, search.match) ?? {},
    ],
  })
  const orderBy = ({ orderBy: asked }: Asked) => {
    const [field, direction] = asked ? [asked.field, asked.direction] : list.order
    return [orders[field]?.(direction) ?? {}, ...list.ties]
  }
  addField({
    ...list,
    key,
    act,
    filter: filter.type,
    orderBy: order,
    count: async (viewer, asked) => from.count({ where: await where(viewer, asked) }),
    page: async (query, viewer, asked) =>
      from.findMany({ ...query, where: await where(viewer, asked), orderBy: orderBy(asked) }),
  })
  addSheet<Row>({
    list: name,
    act,
    entity: table,
    title,
    columns,
    read: async (asked, take, asker) => {
      const found = await from.findMany({
        where: await where(asker.viewer, asked),
        orderBy: orderBy(asked),
        take,
        select: { [key]: true },
      })
      const keys = found.map((row) => String(row[key]))
      return {
        words: headingOf(asked.search, await filter.words(asked.filter, asker)),
        total: keys.length,
        rows: inBatches(
          keys,
          (some) => rows(some, asker),
          (row): string => row[key],
        ),
      }
    },
  })
}
