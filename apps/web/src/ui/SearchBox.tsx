import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useState } from 'react'

import styles from './SearchBox.module.css'

interface SearchBoxProps {
  value: string
  /** Told half a second after the last key, and at once on Enter. */
  onSearch: (text: string) => void
  placeholder?: string
}

/** Searches by name, pinyin initials, number or the tail of a phone number. */
export function SearchBox({ value, onSearch, placeholder = '姓名、拼音首字母、证号、手机尾号' }: SearchBoxProps) {
  const [text, setText] = useState(value)
  const [composing, setComposing] = useState(false)
  const [known, setKnown] = useState(value)

  // The address changed: by other means, such as the back button or a saved view, or because of what was typed. Then
  // more may have been typed meanwhile, and no letter of it is to be lost.
  if (known !== value) {
    setKnown(value)
    if (text.trim() === known) setText(value)
  }

  useEffect(() => {
    const wanted = text.trim()
    // Half-written pinyin of an input method is no search yet.
    if (composing || wanted === value) return
    const timer = setTimeout(() => onSearch(wanted), 500)
    return () => clearTimeout(timer)
  }, [text, value, composing, onSearch])

  return (
    <div className={styles['search']}>
      <Input
        prefix={<SearchOutlined aria-hidden="true" />}
        aria-label="搜索"
        placeholder={placeholder}
        value={text}
        allowClear
        maxLength={100}
        onChange={({ target }) => setText(target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onPressEnter={() => !composing && onSearch(text.trim())}
      />
    </div>
  )
}
