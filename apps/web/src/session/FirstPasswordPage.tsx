import { useNavigate, useSearchParams } from 'react-router'

import { client } from '../apollo.ts'
import { returnAddress } from '../paths.ts'
import { useTitle } from '../ui/useTitle.ts'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { Doorway } from './Doorway.tsx'

/** The first sign-in: nothing else opens before the initial password is changed. */
export function FirstPasswordPage() {
  useTitle('设置新密码')
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const done = async () => {
    await client.clearStore()
    await navigate(returnAddress(search), { replace: true })
  }
  return (
    <Doorway title="首次登录，请设置新密码">
      <ChangePasswordForm currentLabel="初始密码" submitLabel="保存并进入" onDone={done} />
    </Doorway>
  )
}
