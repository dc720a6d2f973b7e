import type { Plugin } from 'vite'

/**
 * Parts of libraries that we never use and that the bundler cannot see to be unused: antd's ConfigProvider brings all
 * that one shared tooltip (`tooltip.unique`) needs, 10 kB of every first visit.
 */
const unused = /\/antd\/es\/tooltip\/UniqueProvider\/index\.js$/

/** Puts something that fails in the place of what is unused. The build fails when a new version has it elsewhere. */
export function leaveOut(): Plugin {
  let found = false
  return {
    name: 'sitai-leave-out',
    apply: 'build',
    load(id) {
      if (!unused.test(id)) return null
      found = true
      return 'export default () => { throw new Error("This was left out: see tools/leaveOut.ts.") }'
    },
    buildEnd(error) {
      if (!error && !found) this.error(`No module is ${unused}: has antd changed?`)
    },
  }
}
