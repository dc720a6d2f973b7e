import { PictureOutlined } from '@ant-design/icons'
import type { RefObject } from 'react'

import { MenuButton } from '../../ui/MenuButton.tsx'
import { useToast } from '../../ui/toast.tsx'
import { copyPicture, mayCopy, type Picture, pngOf, saveFile, saveSvg } from './picture.ts'

interface PictureMenuProps {
  picture: RefObject<(() => Picture) | null>
  /** The name of the file, without its ending. */
  name: string
}

/** Takes the picture along: onto the clipboard for slides, or as a file. */
export function PictureMenu({ picture, name }: PictureMenuProps) {
  const toast = useToast()
  const act = async (key: string) => {
    const drawn = picture.current?.()
    if (!drawn) return
    if (key === 'svg') return saveSvg(drawn, name)
    if (key === 'png') return saveFile(await pngOf(drawn), `${name}.png`)
    await copyPicture(drawn)
    toast.success('图片已复制，可粘贴到 PPT、Word')
  }
  const items = [
    ...(mayCopy() ? [{ key: 'copy', label: '复制图片' }] : []),
    { key: 'png', label: '存为 PNG' },
    { key: 'svg', label: '存为 SVG（放大不失真）' },
  ]
  return (
    <MenuButton icon={<PictureOutlined aria-hidden="true" />} items={items} onChoose={(key) => void act(key)}>
      取用图片
    </MenuButton>
  )
}
