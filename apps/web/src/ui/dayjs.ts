import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'

dayjs.locale('zh-cn')

/** The days of antd's pickers, in Chinese. Everywhere else a day is its text: `today()`, packages/rules/calendar. */
export { dayjs }
