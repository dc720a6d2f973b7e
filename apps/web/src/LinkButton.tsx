import { Button, type ButtonProps } from 'antd'
import { useHref, useNavigate } from 'react-router'

/** A link to a page of ours that looks like a button: it opens in a new tab and reads as a link. */
export function LinkButton({ to, ...rest }: Omit<ButtonProps, 'href' | 'onClick'> & { to: string }) {
  const href = useHref(to)
  const navigate = useNavigate()
  return (
    <Button
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        void navigate(to)
      }}
    />
  )
}
