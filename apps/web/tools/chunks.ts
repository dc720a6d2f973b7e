import type { Plugin } from 'vite'

/** What rolldown tells of the modules it puts into files. */
interface Graph {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null
}

/** Names the file a module goes into; null leaves it to the bundler. */
type Naming = (id: string, graph: Graph) => string | null

/**
 * Puts what every page needs into one file, `core`, and small parts of ours that several pages use into another,
 * `parts`. On a slow line each file costs a turn, and a browser asks for six at a time: two files of all that is needed
 * come sooner than forty. What the early script needs stands apart and comes before all. A module that draws in a
 * library beyond the core is no small part.
 */
export function chunkGroups(
  early: string,
  entry: string,
): { name: Naming; minShareCount: number; includeDependenciesRecursively: false }[] {
  let first: ReadonlySet<string> | undefined
  let core: ReadonlySet<string> | undefined
  const firstOf = (graph: Graph) => (first ??= reachable([early], graph))
  const coreOf = (graph: Graph) => (core ??= reachable([entry], graph))
  const isLight = (id: string, graph: Graph) =>
    [...reachable([id], graph)].every((it) => coreOf(graph).has(it) || !isLibrary.test(it))
  return [
    {
      name: (id, graph) => (firstOf(graph).has(id) || isRuntime.test(id) ? 'early' : null),
      minShareCount: 1,
      includeDependenciesRecursively: false,
    },
    {
      name: (id, graph) => (coreOf(graph).has(id) ? 'core' : null),
      minShareCount: 1,
      includeDependenciesRecursively: false,
    },
    {
      name: (id, graph) => (!coreOf(graph).has(id) && !isLists.test(id) && isLight(id, graph) ? 'parts' : null),
      minShareCount: 3,
      includeDependenciesRecursively: false,
    },
  ]
}

/** What the bundler itself adds. */
const isRuntime = /rolldown\/runtime/

/** What lists alone are made of comes with the first list. */
const isLists = /\/src\/lists\//

/** A module of a library, single icons left out. */
const isLibrary = /node_modules\/(?!.*\/@ant-design\/icons(?:-svg)?\/)/

function reachable(starts: readonly string[], graph: Graph): ReadonlySet<string> {
  const found = new Set<string>()
  const todo = [...starts]
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (found.has(id)) continue
    found.add(id)
    todo.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}

const named = /^import \{([^}]*)\} from '(antd|@ant-design\/icons)'$/gm

/**
 * Lets each module import the parts of antd it uses, and not the list of all parts: then the imports say what a page
 * really needs (`coreOf` follows them).
 */
export function directImports(): Plugin {
  return {
    name: 'sitai-direct-imports',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id)) return null
      return code.replaceAll(named, (_, names: string, library: string) =>
        names
          .split(',')
          .map((it) => it.trim())
          .filter((it) => it !== '' && !it.startsWith('type '))
          .map((it) => direct(it, library))
          .join('\n'),
      )
    },
  }
}

/** `Form as AntForm` of antd: `import AntForm from 'antd/es/form'`. */
function direct(imported: string, library: string): string {
  const [name = '', local = name] = imported.split(' as ')
  if (library !== 'antd') return `import ${local} from '${library}/es/icons/${name}'`
  const folder = name.replaceAll(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3-$2$4').toLowerCase()
  return `import ${local} from 'antd/es/${folder}'`
}
