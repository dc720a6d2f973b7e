import { redirect, useLoaderData, useNavigate, useSearchParams } from 'react-router'

import { client } from '../apollo.ts'
import { paths, returnAddress } from '../paths.ts'
import { useTitle } from '../ui/useTitle.ts'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { Doorway } from './Doorway.tsx'
import { loadViewer } from './viewer.ts'

/** Only for who is signed in and has a password to change. */
export async function loader() {
  const { viewer } = await loadViewer()
  if (!viewer) throw redirect(paths.signIn())
  return viewer.passwordDue ?? 'INITIAL'
}

/** The first sign-in, or the first after the password has run out: nothing else opens before it is changed. */
export function FirstPasswordPage() {
  useTitle('设置新密码')
  const expired = useLoaderData<typeof loader>() === 'EXPIRED'
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const done = async () => {
    await client.clearStore()
    await navigate(returnAddress(search), { replace: true })
  }
  return (
    <Doorway title={expired ? '密码已到期，请设置新密码' : '首次登录，请设置新密码'}>
      <ChangePasswordForm currentLabel={expired ? '当前密码' : '初始密码'} submitLabel="保存并进入" onDone={done} />
    </Doorway>
  )
}
