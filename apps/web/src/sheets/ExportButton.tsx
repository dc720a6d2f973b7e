import { DownloadOutlined } from '@ant-design/icons'
import { formatCount } from '@sitai/rules/numbers'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { z } from 'zod/mini'

import { useMay } from '../session/viewer.ts'
import { isFirstClick, useOnce } from '../ui/once.ts'
import { useToast } from '../ui/toast.tsx'

interface ExportButtonProps {
  /** The list as the API names it: `firms`, `visits`. */
  list: string
  /** The keys of the columns on screen, in their order: `columnsShown(columns, at.columns)`. */
  columns: readonly { readonly key: string }[]
  /** What the page's query is asked with; paging is left out, an export has all rows. */
  variables: Readonly<{ filter?: unknown; search?: unknown; orderBy?: unknown }>
}

const Refused = z.object({ message: z.string() })

/** Downloads the list as it is on screen: filter, order, columns. Whoever may not export does not see it. */
export function ExportButton({ list, columns, variables }: ExportButtonProps) {
  const [busy, once] = useOnce()
  const [refusal, setRefusal] = useState<string | null>(null)
  const mayExport = useMay('sheet:export')
  const toast = useToast()
  if (!mayExport) return null

  const run = async () => {
    const { filter, search, orderBy } = variables
    const outcome = await download(list, { filter, search, orderBy, columns: columns.map(({ key }) => key) })
    if ('message' in outcome) setRefusal(outcome.message)
    else toast.success(`已导出 ${outcome.rows} 条`)
  }
  return (
    <>
      <Button
        icon={<DownloadOutlined aria-hidden="true" />}
        loading={busy}
        onClick={(event) => isFirstClick(event) && once(run)}
      >
        {busy ? '正在导出…' : '导出'}
      </Button>
      <Modal
        open={refusal !== null}
        title="没有导出"
        onCancel={() => setRefusal(null)}
        footer={
          <Button type="primary" onClick={() => setRefusal(null)}>
            知道了
          </Button>
        }
      >
        <Alert type="error" showIcon role="alert" title={refusal} />
      </Modal>
    </>
  )
}

/** Asks for the file and hands it to the browser; answers how many rows it holds, or why there is none. */
async function download(list: string, body: object): Promise<{ rows: string } | { message: string }> {
  try {
    const response = await fetch(`/api/sheets/${list}.xlsx`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-sitai': '1' },
      body: JSON.stringify(body),
    })
    if (!response.ok) return z.parse(Refused, await response.json())
    const address = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = nameOf(response.headers.get('content-disposition') ?? '') ?? `${list}.xlsx`
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    return { rows: formatCount(Number(response.headers.get('x-sitai-rows'))) }
  } catch {
    return { message: '没有下载成功，请检查网络后重试。' }
  }
}

/** The file's name as RFC 6266 writes it. */
function nameOf(disposition: string): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded && decodeURIComponent(encoded)
}
