import { builder } from '../graphql/builder.ts'
import { nodeById } from '../graphql/node.ts'
import { fileRecord } from './file.record.ts'

/** A stored file; the bytes come from `url` with the session's cookie. */
export const FileRef = builder.prismaNode('StoredFile', {
  ...nodeById(fileRecord),
  description: '文件；内容由 url 下载',
  fields: (t) => ({
    name: t.exposeString('name'),
    mime: t.exposeString('mime'),
    size: t.exposeInt('size', { description: '字节数' }),
    url: t.string({ description: '下载地址', select: { id: true }, resolve: ({ id }) => `/api/files/${id}` }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
})
