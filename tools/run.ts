import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

export interface RunOptions {
  cwd?: string
  env?: Record<string, string>
}

/** A command ended with something else than 0. The message holds its output unless that was shown. */
export class CommandFailed extends Error {}

/** Runs a Node script to its end; its output is shown only when it fails. */
export async function runNode(args: string[], options: RunOptions = {}): Promise<void> {
  const { code, output } = await node(args, options, false)
  if (code !== 0) throw new CommandFailed(`node ${args.join(' ')} failed (${code})\n${output}`)
}

/** Runs a Node script to its end and shows its output as it comes. */
export async function showNode(args: string[], options: RunOptions = {}): Promise<void> {
  const { code } = await node(args, options, true)
  if (code !== 0) throw new CommandFailed(`node ${args.join(' ')} failed (${code})`)
}

function node(args: string[], { cwd = root, env = {} }: RunOptions, shown: boolean) {
  return new Promise<{ code: number; output: string }>((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: shown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.on('error', fail)
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}
