import { useReadQuery } from '@apollo/client/react'
import { formatCount } from '@sitai/rules/numbers'
import { Alert, Button, Progress } from 'antd'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { StatCard, StatCards } from '../ui/StatCard.tsx'
import { Tag } from '../ui/Tag.tsx'
import { pageOf, readUrl } from '../urlState.ts'
import { DropFile } from './DropFile.tsx'
import { ImportCommit } from './ImportCommit.tsx'
import { ImportRows } from './ImportRows.tsx'
import { ImportUrl } from './importUrl.ts'
import styles from './Imports.module.css'
import { ImportUndo } from './ImportUndo.tsx'
import { kindLabel, moment, outcomeLabels, statusTones, statusLabels } from './labels.ts'
import { useProgress } from './progress.ts'

const ImportPageQuery = graphql(`
  query ImportPage($id: ID!, $outcome: ImportRowOutcome, $first: Int!, $offset: Int!) {
    importBatch(id: $id) {
      id
      kind
      status
      fileName
      uploadedBy
      createdAt
      committedAt
      undoneAt
      totalRows
      newRows
      changedRows
      sameRows
      badRows
      doneRows
      problem
      ignoredColumns
      isPurged
      filesUrl
      ...ImportCommit_batch
      ...ImportUndo_batch
      ...ImportRows_batch
    }
  }
`)

export function loader({ request, params }: LoaderFunctionArgs) {
  const { page, size, outcome } = readUrl(ImportUrl, request)
  const variables = { id: params['id'] ?? '', ...pageOf({ page, size }) }
  return preload(ImportPageQuery, { variables: { ...variables, ...(outcome === '' ? {} : { outcome }) } })
}

/** One import: what its dry run found, the decision, how far it is, the result, and the way back. */
export function ImportPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const batch = data.importBatch
  const isRunning = batch?.status === 'CHECKING' || batch?.status === 'COMMITTING'
  useProgress(batch?.id ?? '', isRunning, ImportPageQuery)
  const back = [
    <Link key="imports" to={paths.imports()}>
      Excel 导入
    </Link>,
  ]
  if (!batch) {
    return (
      <Page title="没有找到这次导入" breadcrumb={back}>
        <EmptyMessage title="没有找到这次导入" description="它可能不在您的管辖范围内。" />
      </Page>
    )
  }
  const { status, kind } = batch
  const counts = [
    [outcomeLabels.NEW, batch.newRows, 'NEW'],
    [outcomeLabels.CHANGED, batch.changedRows, 'CHANGED'],
    [outcomeLabels.SAME, batch.sameRows, 'SAME'],
    [outcomeLabels.BAD, batch.badRows, 'BAD'],
  ] as const
  return (
    <Page
      title={`${kindLabel(kind)}导入`}
      breadcrumb={back}
      badge={<Tag tone={statusTones[status]}>{statusLabels[status]}</Tag>}
    >
      <p className={styles['hint']}>
        {batch.fileName}，{batch.uploadedBy} 于 {moment(batch.createdAt)} 上传
        {batch.committedAt && `，${moment(batch.committedAt)} 导入`}
        {batch.undoneAt && `，${moment(batch.undoneAt)} 撤销`}
      </p>
      {batch.problem && (
        <Alert className={styles['notice'] ?? ''} type="error" showIcon role="alert" title={batch.problem} />
      )}
      {batch.ignoredColumns.length > 0 && (
        <Alert
          className={styles['notice'] ?? ''}
          type="warning"
          showIcon
          title={`模板里没有这些列，未导入：${batch.ignoredColumns.join('、')}`}
        />
      )}
      {isRunning && (
        <Section title={status === 'CHECKING' ? '正在检查' : '正在导入'}>
          <Progress
            percent={Math.floor((batch.doneRows / Math.max(batch.totalRows, 1)) * 100)}
            status="active"
            aria-label="进度"
          />
          <p role="status">
            {status === 'CHECKING'
              ? `正在逐行核对：${formatCount(batch.doneRows)} / ${formatCount(batch.totalRows)} 行。可以离开本页，检查会继续。`
              : `已处理 ${formatCount(batch.doneRows)} / ${formatCount(batch.totalRows)} 行。可以离开本页，导入会继续；全部写完之前不会有一部分先生效。`}
          </p>
        </Section>
      )}
      {status === 'FAILED' && (
        <Section title="请改正后重新上传">
          <DropFile kind={kind} label="上传改好的文件" />
        </Section>
      )}
      {!isRunning && status !== 'FAILED' && (
        <>
          <StatCards>
            <StatCard label="共" value={formatCount(batch.totalRows)} unit="行" />
            {counts.map(([label, number, outcome]) => (
              <StatCard
                key={outcome}
                label={label}
                value={formatCount(number)}
                unit="行"
                open={(it) => (number > 0 ? <Link to={`?outcome=${outcome}`}>{it}</Link> : it)}
              />
            ))}
          </StatCards>
          {batch.badRows > 0 && !batch.isPurged && status === 'CHECKED' && (
            <Section title={`有 ${formatCount(batch.badRows)} 行有错`}>
              <p>下载标出错误的工作簿，按“错误原因”一列改正，再上传一次；已经写对的行会认作一致，不会重复登记。</p>
              <div className={styles['actions']}>
                <Button href={batch.filesUrl} download>
                  下载标出错误的工作簿
                </Button>
                <Button href={`${batch.filesUrl}?only=bad`} download>
                  只下载有错的行
                </Button>
              </div>
              <div className={styles['actions']}>
                <div className={styles['step']}>
                  <DropFile kind={kind} label="上传改好的文件" />
                </div>
              </div>
            </Section>
          )}
          {status === 'CHECKED' && !batch.isPurged && <ImportCommit batch={batch} />}
          {status === 'COMMITTED' && <ImportUndo batch={batch} />}
          {batch.isPurged ? (
            <EmptyMessage
              title="各行内容已清除"
              description="导入文件含个人信息，保存7天后自动清除，只留下数字和操作日志。"
            />
          ) : (
            <ImportRows batch={batch} />
          )}
        </>
      )}
    </Page>
  )
}
