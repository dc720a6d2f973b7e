import { Button } from 'antd'
import { useNavigate } from 'react-router'

/** Goes to the page where a new one is entered. */
export function NewButton({ to, children }: { to: string; children: string }) {
  const navigate = useNavigate()
  return (
    <Button type="primary" onClick={() => void navigate(to)}>
      {children}
    </Button>
  )
}
