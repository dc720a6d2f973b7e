import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, CustomChart, LineChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer])

/**
 * The page's policy refuses style attributes that are written as text, and ECharts writes its fonts and cursors that way.
 * On an SVG element the same text goes through the style object, which the policy allows.
 */
SVGElement.prototype.setAttribute = function (name: string, value: string) {
  if (name === 'style') this.style.cssText = value
  else Element.prototype.setAttribute.call(this, name, value)
}

export { init } from 'echarts/core'
