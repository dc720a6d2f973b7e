import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'

dayjs.locale('zh-cn')

/** The days of antd's pickers, in Chinese. Everywhere else a day is its text: `today()`, packages/rules/calendar. */
export { dayjs }

const months = ['-', '/', '.', '年'].flatMap((mark) => [`YYYY${mark}MM`, `YYYY${mark}M`])

/** How a month may be typed into a picker; the first is how it is written. */
export const monthForms = [...months, 'YYYYMM', 'YYYY年MM月', 'YYYY年M月']

/** How a day may be typed into a picker, as in `readDate` of packages/rules; the first is how it is written. */
export const dayForms = [
  ...months.flatMap((month) =>
    ['-', '/', '.', '月'].flatMap((mark) => ['DD', 'D', 'DD日', 'D日'].map((day) => `${month}${mark}${day}`)),
  ),
  'YYYYMMDD',
]
