import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

export interface RunOptions {
  cwd?: string
  env?: Record<string, string>
}

/** A command that ended with something else than 0; its output, if it was not shown while it ran. */
export class CommandFailed extends Error {}

/** Runs a command to its end; its output is shown only when it fails. */
export async function run(command: string, args: string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await start(command, args, options, false)
  if (code !== 0) throw new CommandFailed(`${command} ${args.join(' ')} failed (${code})\n${output}`)
  return output
}

/** Runs a command to its end and shows its output as it comes. */
export async function show(command: string, args: string[], options: RunOptions = {}): Promise<void> {
  const { code } = await start(command, args, options, true)
  if (code !== 0) throw new CommandFailed(`${command} ${args.join(' ')} failed (${code})`)
}

function start(command: string, args: string[], { cwd = root, env = {} }: RunOptions, shown: boolean) {
  return new Promise<{ code: number; output: string }>((done, fail) => {
    const file = command === 'node' ? process.execPath : command
    const child = spawn(file, args, {
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
