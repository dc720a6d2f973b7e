import { Button, type ButtonProps, Tooltip } from 'antd'
import { useId } from 'react'

import { cx } from './cx.ts'
import styles from './RefusableButton.module.css'

export interface RefusableButtonProps extends Omit<ButtonProps, 'disabled' | 'aria-disabled' | 'aria-describedby'> {
  /** The server's sentence why this viewer may not do it now; null or undefined when they may. */
  refusal: string | null | undefined
}

/** A button that is greyed, never hidden, when it is refused: the sentence is there for mouse, keyboard and ear. */
export function RefusableButton({ refusal, onClick, className, ...rest }: RefusableButtonProps) {
  const id = useId()
  if (!refusal) return <Button {...rest} className={cx(className)} {...(onClick && { onClick })} />
  return (
    <>
      <Tooltip title={refusal} trigger={['hover', 'focus', 'click']}>
        <Button
          {...rest}
          type="default"
          danger={false}
          htmlType="button"
          className={cx(className, styles['refused'])}
          aria-disabled="true"
          aria-describedby={id}
        />
      </Tooltip>
      <span id={id} className="sr-only">
        {refusal}
      </span>
    </>
  )
}
