import { formatPercent } from '@sitai/rules/numbers'
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts'
import { type Ref, useMemo } from 'react'

import { usePhone } from '../ui/usePhone.ts'
import { LazyChart } from './chart/LazyChart.tsx'
import type { Picture } from './chart/picture.ts'
import { noRate, rateSteps, stepOf } from './rateScale.ts'
import styles from './StreetPicture.module.css'
import { tilesOf } from './tiles.ts'

/** What a tile shows of a street. */
export interface StreetTile {
  code: string
  name: string
  lat: number | null
  lng: number | null
  met: number
  due: number
  rate: number | null
  red: number
  yellow: number
}

interface StreetPictureProps {
  streets: readonly StreetTile[]
  /** What is looked at, for the picture's name. */
  title: string
  onPick: (code: string) => void
  picture: Ref<() => Picture>
}

const rowHeight = 96
const font = '"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif'

/** The streets as tiles, coloured by their arrival rate, with the numbers in them. Not a map of boundaries. */
export function StreetPicture({ streets, title, onPick, picture }: StreetPictureProps) {
  const phone = usePhone()
  const columns = phone ? 3 : 5
  const rows = Math.max(1, Math.ceil(streets.length / columns))
  const option = useMemo(() => optionOf(streets, columns), [streets, columns])
  return (
    <figure className={styles['figure']}>
      <LazyChart
        ref={picture}
        option={option}
        height={rows * rowHeight}
        label={`${title}，各街道驻点到位率。数字见“表”。`}
        onPick={onPick}
      />
      <figcaption className={styles['caption']}>
        <ul className={styles['legend']} aria-label="颜色与到位率">
          {[...rateSteps, noRate].map(({ label, fill }) => (
            <li key={label}>
              <span className={styles['swatch']} style={{ background: fill }} />
              {label}
            </li>
          ))}
        </ul>
        <p className={styles['note']}>
          示意图，非行政界线；方块大致按北上南下、西左东右排列（演示数据的中心点为虚构）。
        </p>
        <p className={styles['hint']}>点方块只看该街道；键盘与读屏请用“表”。</p>
      </figcaption>
    </figure>
  )
}

function optionOf(streets: readonly StreetTile[], columns: number) {
  const tiles = tilesOf(streets, columns)
  const rows = Math.max(1, ...tiles.map(({ row }) => row + 1))
  const widest = Math.max(1, ...tiles.map(({ column }) => column + 1))
  const axis = { show: false, type: 'value' as const, min: 0 }
  return {
    animation: false,
    aria: { enabled: false },
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { ...axis, max: widest },
    yAxis: { ...axis, max: rows, inverse: true },
    series: [
      {
        type: 'custom' as const,
        data: tiles.map(({ place, row, column }) => ({ name: place.code, value: [column, row] })),
        renderItem: ({ dataIndex }: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
          const tile = tiles[dataIndex]
          if (!tile) return null
          const [x = 0, y = 0] = api.coord([tile.column, tile.row])
          const [right = 0, bottom = 0] = api.coord([tile.column + 1, tile.row + 1])
          return drawn(tile.place, { x: x + 2, y: y + 2, width: right - x - 4, height: bottom - y - 4 })
        },
      },
    ],
  }
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A tile: the street's name, its rate, met over due, and how many of its communities are red or yellow. */
function drawn({ name, rate, met, due, red, yellow }: StreetTile, box: Box) {
  const { fill, ink } = stepOf(rate)
  const middle = box.x + box.width / 2
  const line = (text: string, y: number, size: number, weight: 'normal' | 'bold' = 'normal') => ({
    type: 'text' as const,
    style: {
      text,
      x: middle,
      y: box.y + y,
      fill: ink,
      textAlign: 'center' as const,
      font: `${weight} ${size}px ${font}`,
      width: box.width - 8,
      overflow: 'truncate' as const,
    },
    silent: true,
  })
  const lights = [red > 0 ? `红${red}` : '', yellow > 0 ? `黄${yellow}` : ''].filter(Boolean).join(' ')
  return {
    type: 'group' as const,
    children: [
      {
        type: 'rect' as const,
        shape: { ...box, r: 6 },
        style: { fill, stroke: '#ffffff', lineWidth: 1 },
        emphasis: { style: { stroke: '#1f2329', lineWidth: 2 } },
      },
      line(name, 10, 14, 'bold'),
      line(rate === null ? '无应到' : formatPercent(rate), 30, 19, 'bold'),
      line(due === 0 ? '' : `${met}/${due}`, 54, 12),
      line(lights === '' ? '无红黄' : lights, 71, 12),
    ],
  }
}
