import { Button, type ButtonProps } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

import { cx } from './cx.ts'
import styles from './MenuButton.module.css'

export interface MenuItem {
  key: string
  label: string
  /** The one that holds now, of several to choose from. */
  current?: boolean
  /** A line between it and those above. */
  apart?: boolean
}

interface MenuButtonProps extends Pick<ButtonProps, 'type' | 'icon' | 'loading' | 'aria-label'> {
  items: readonly MenuItem[]
  onChoose: (key: string) => void
  children?: ReactNode
}

/** A button that opens a short list of things to do; arrow keys move in it, Escape leaves it. */
export function MenuButton({ items, onChoose, children, ...rest }: MenuButtonProps) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
  }, [open])

  const leave = () => {
    setOpen(false)
    box.current?.querySelector('button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return leave()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
    const now = all.findIndex((it) => it === document.activeElement)
    all[(now + step + all.length) % all.length]?.focus()
  }
  const choose = (key: string) => {
    leave()
    onChoose(key)
  }

  return (
    <div
      ref={box}
      className={styles['box']}
      onBlur={({ relatedTarget }) => {
        if (!box.current?.contains(relatedTarget)) setOpen(false)
      }}
    >
      <Button {...rest} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {children}
      </Button>
      {open && (
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its items take the focus, as menus have it
        <div
          role="menu"
          aria-label={rest['aria-label']}
          className={styles['menu']}
          onKeyDown={onKeyDown}
          onMouseDown={(event) => event.preventDefault()}
        >
          {items.map(({ key, label, current, apart }) => (
            <button
              key={key}
              type="button"
              tabIndex={-1}
              role="menuitem"
              aria-current={current}
              className={cx(styles['item'], current && styles['current'], apart && styles['apart'])}
              onClick={() => choose(key)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
