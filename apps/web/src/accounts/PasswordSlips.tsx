import { CopyOutlined, PrinterOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'

import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { useLeaveGuard } from '../useLeaveGuard.tsx'
import styles from './PasswordSlips.module.css'

const PasswordSlipsSlips = graphql(`
  fragment PasswordSlips_slips on NewPassword {
    initialPassword
    account {
      id
      userName
      displayName
      firmName
      grants {
        id
        roleLabel
      }
    }
  }
`)

interface PasswordSlipsProps {
  slips: readonly FragmentType<typeof PasswordSlipsSlips>[]
  onDone: () => void
}

/**
 * The initial passwords of new accounts, each on a slip to be cut off and handed over. The server keeps hashes only,
 * so this is the one moment they can be read.
 */
export function PasswordSlips({ slips, onDone }: PasswordSlipsProps) {
  const people = slips.map((slip) => readFragment(PasswordSlipsSlips, slip))
  const [copied, setCopied] = useState('')
  const { setDirty, dialog } = useLeaveGuard(true, {
    ok: '离开，密码作废',
    cancel: '留在这一页',
    text: '初始密码离开后再也看不到，没有交给本人的只能再重置。',
  })
  const finish = () => {
    setDirty(false)
    onDone()
  }
  const text = people
    .map(({ account, initialPassword }) => `${account.displayName}\t${account.userName}\t${initialPassword}`)
    .join('\n')

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('已复制。')
    } catch {
      setCopied('浏览器不允许复制，请打印或手抄。')
    }
  }

  const download = () => {
    const rows = ['姓名,登录名,初始密码,机构', ...people.map((it) => rowOf(it.account, it.initialPassword))]
    // The mark in front tells Excel that the text is UTF-8.
    const blob = new Blob([`\uFEFF${rows.join('\r\n')}`], { type: 'text/csv;charset=utf-8' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = '密码条.csv'
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return (
    <div className={styles['all']}>
      {dialog}
      <div className={styles['notice']}>
        <Alert
          type="warning"
          showIcon
          title="初始密码只在这里显示这一次，离开后再也看不到。"
          description="请打印、复制或下载后当面交给本人。本人首次登录须修改。遗失可以再重置。"
        />
      </div>
      <div className={styles['actions']}>
        <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
          打印密码条
        </Button>
        <Button icon={<CopyOutlined aria-hidden="true" />} onClick={() => void copy()}>
          复制
        </Button>
        {people.length > 1 && <Button onClick={download}>下载表格</Button>}
        <Button type="primary" onClick={finish}>
          已交给本人，完成
        </Button>
        <span role="status">{copied}</span>
      </div>
      <ul className={styles['slips']} aria-label="密码条">
        {people.map(({ account, initialPassword }) => (
          <li key={account.id} className={styles['slip']}>
            <p className={styles['name']}>{account.displayName}</p>
            {account.firmName && <p>{account.firmName}</p>}
            <p>{account.grants.map((it) => it.roleLabel).join('、')}</p>
            <dl className={styles['facts']}>
              <dt>网址</dt>
              <dd>{window.location.origin}</dd>
              <dt>登录名</dt>
              <dd className={styles['code']}>{account.userName}</dd>
              <dt>初始密码</dt>
              <dd className={styles['code']}>{initialPassword}</dd>
            </dl>
            <p className={styles['foot']}>首次登录须修改密码。请勿转交他人。</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function rowOf(account: { displayName: string; userName: string; firmName?: string | null }, password: string): string {
  return [account.displayName, account.userName, password, account.firmName ?? ''].map(cell).join(',')
}

/** A quoted cell; Excel must not take what begins like a formula for one. */
function cell(text: string): string {
  const safe = /^[=+\-@]/u.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
