import { useNavigate } from 'react-router'

import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { useToast } from '../ui/toast.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'

/** Change one's own password at any time. */
export function PasswordPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const done = async () => {
    toast.success('密码已修改')
    await navigate(paths.me())
  }
  return (
    <Page title="修改密码" width="form">
      <ChangePasswordForm currentLabel="当前密码" submitLabel="修改密码" onDone={done} />
    </Page>
  )
}
