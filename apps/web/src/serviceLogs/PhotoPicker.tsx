import { CameraOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'

import { newKey } from '../newKey.ts'
import type { LogPhoto } from './logForm.ts'
import styles from './PhotoPicker.module.css'
import { isPicture, smallPhoto } from './photos.ts'

interface PhotoPickerProps {
  photos: readonly LogPhoto[]
  most: number
  onChange: (photos: LogPhoto[]) => void
}

/** Photos from the camera or the album, made small on the phone; they stay there until the log is sent. */
export function PhotoPicker({ photos, most, onChange }: PhotoPickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const add = async (files: readonly File[]) => {
    setBusy(true)
    const pictures = files.filter(isPicture)
    const room = pictures.slice(0, most - photos.length)
    const small = await Promise.all(room.map(async (file) => ({ local: newKey(), blob: await smallPhoto(file) })))
    setBusy(false)
    setTrouble(troubleOf(files, room.length, most))
    onChange([...photos, ...small])
  }
  return (
    <section aria-label="照片" className={styles['photos']}>
      <h2 className={styles['heading']}>
        照片 <span className={styles['optional']}>（选填，最多 {most} 张）</span>
      </h2>
      <ul className={styles['list']}>
        {photos.map((photo, index) => (
          <li key={photo.local} className={styles['item']}>
            <Thumbnail photo={photo} name={`照片 ${index + 1}`} />
            <Button
              size="small"
              aria-label={`删除照片 ${index + 1}`}
              onClick={() => onChange(photos.filter((it) => it !== photo))}
            >
              删除
            </Button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label="选择照片"
        onChange={({ target }) => {
          void add([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <Button
        icon={<CameraOutlined aria-hidden="true" />}
        loading={busy}
        disabled={photos.length >= most}
        onClick={() => input.current?.click()}
      >
        拍照或选照片
      </Button>
      <p className="field-error" role="alert">
        {trouble}
      </p>
    </section>
  )
}

/** What was chosen and not taken, and why. */
function troubleOf(files: readonly File[], taken: number, most: number): string {
  const other = files.find((it) => !isPicture(it))
  if (other) return `“${other.name}”不是照片，没有加上。可以用 JPG、PNG 或 WebP 照片。`
  const left = files.length - taken
  return left > 0 ? `最多 ${most} 张，多选的 ${left} 张没有加上。` : ''
}

function Thumbnail({ photo, name }: { photo: LogPhoto; name: string }) {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    if (!photo.blob || !image.current) return
    const url = URL.createObjectURL(photo.blob)
    image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [photo.blob])
  return <img ref={image} className={styles['image']} src={photo.url ?? undefined} alt={name} />
}
