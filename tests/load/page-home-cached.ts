import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import autocannon from 'autocannon'
import { type BenchContext, type Benchmark, compare, hostOf } from './benchmark.ts'

const rounds = 5
const seconds = 3
const connections = 32

/** What the site answers, byte for byte as it comes: fetch would unpack it. */
function capture(port: number, headers: Record<string, string>): Promise<{ status: number; headers: string[]; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path: '/', headers }, async (response) => {
      const body = Buffer.concat(await response.toArray())
      resolve({ status: response.statusCode ?? 0, headers: response.rawHeaders, body })
    })
    call.once('error', reject)
    call.end()
  })
}

async function startExpress(answer: { headers: string[]; body: Buffer }): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(new URL('express-server.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
    serialization: 'advanced',
  })
  child.send(answer)
  const [port] = (await once(child, 'message')) as [number]
  return { child, port }
}

async function requestsASecond(port: number, headers: Record<string, string>): Promise<number> {
  const result = await autocannon({ url: `http://127.0.0.1:${port}/`, connections, duration: seconds, headers })
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} answers were no page, ${result.errors} requests failed`)
  return result.requests.average
}

async function run(context: BenchContext) {
  const { site } = context.installation.services.ports
  const headers = { host: hostOf(context), 'accept-encoding': 'br', 'accept-language': 'en' }
  // Made, then stored: the second is from memory.
  await capture(site, headers)
  const answer = await capture(site, headers)
  if (answer.status !== 200) throw new Error(`the home answered ${answer.status}`)
  const express = await startExpress(answer)
  try {
    // A server that has just started is slow until its code is compiled: neither's first seconds count.
    for (const port of [site, express.port]) await requestsASecond(port, headers)
    const figures = await compare(
      () => requestsASecond(site, headers),
      () => requestsASecond(express.port, headers),
      rounds,
    )
    return [{ name: 'page.home.cached', unit: 'requests/s', ...figures }]
  } finally {
    express.child.kill('SIGKILL')
  }
}

export const pageHomeCached: Benchmark = { name: 'page.home.cached', run }
